package io.gpuledger.simulator.scenario;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A GPU model on offer.
 *
 * @param id the provider's id, {@code NVIDIA GeForce RTX 4090}
 * @param name how people call it
 * @param memory GB
 * @param secure US dollars per GPU and hour in the secure cloud; absent where it is not offered there
 * @param community the same in the community cloud
 */
public record Gpu(
        String id,
        String name,
        int memory,
        @Nullable BigDecimal secure,
        @Nullable BigDecimal community) {
    public Gpu {
        Broken.unless(id != null && !id.isBlank(), "gpus.id", "is required");
        name = name == null || name.isBlank() ? id : name;
        Broken.unless(secure == null || secure.signum() > 0, "gpus.secure", "must be above zero where it is given");
        Broken.unless(
                community == null || community.signum() > 0, "gpus.community", "must be above zero where it is given");
    }

    /** US dollars per GPU and hour; absent where it is not offered in that cloud. */
    public @Nullable BigDecimal price(boolean inSecureCloud) {
        return inSecureCloud ? secure : community;
    }
}
