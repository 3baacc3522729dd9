package io.gpuledger.alert.alert;

import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A crossing that is none: it goes the way of all others so that it is noticed when one of them would not arrive. Always the
 * same alert, which never ends; its value is when it was last written, in seconds since 1970.
 */
public final class Beat {

    /** The {@code alertname}; nobody else's alert may be called so. */
    public static final String NAME = "gpu-ledger-heartbeat";
    /** The integration it is told by, and the name of the receiver. */
    public static final String INTEGRATION = "heartbeat";

    private static final String WRITTEN = "value";

    private Beat() {}

    public static Crossing crossing(Instant now) {
        return new Crossing(
                NAME,
                Scope.ALL,
                now,
                Crossing.State.FIRING,
                Instant.EPOCH,
                Severity.TICKET,
                INTEGRATION,
                BigDecimal.valueOf(now.getEpochSecond()),
                BigDecimal.ZERO,
                "",
                List.of(),
                null,
                null,
                null,
                List.of(),
                Map.of(),
                "everything between the crossings and the deliveries works",
                null,
                null,
                null);
    }

    public static boolean is(Map<String, String> labels) {
        return NAME.equals(labels.get(Alert.NAME));
    }

    /** When it was written that is told of with these annotations; absent where that cannot be read. */
    public static Optional<Instant> writtenAt(Map<String, String> annotations) {
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(annotations.getOrDefault(WRITTEN, ""))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
