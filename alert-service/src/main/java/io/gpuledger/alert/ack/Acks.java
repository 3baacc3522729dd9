package io.gpuledger.alert.ack;

import io.gpuledger.alert.group.Shelf;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.Ack.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Who looks after which group now. What has ended is known for a while, so that a late command finds it. */
public final class Acks {

    private final Shelf<Ack> shelf;
    private final Map<String, Ack> inForce = new HashMap<>();

    public Acks(Shelf<Ack> shelf) {
        this.shelf = shelf;
        shelf.forEach((group, ack) -> {
            if (ack.isInForce()) {
                inForce.put(group, ack);
            }
        });
    }

    /** By the group's id. */
    public Optional<Ack> inForce(String group) {
        return Optional.ofNullable(inForce.get(group));
    }

    /** In force or not. */
    public Optional<Ack> last(String group) {
        return Optional.ofNullable(shelf.get(group));
    }

    public List<Ack> inForce() {
        return List.copyOf(inForce.values());
    }

    public void keep(Ack ack) {
        shelf.put(ack.group(), ack);
        if (ack.isInForce()) {
            inForce.put(ack.group(), ack);
        } else {
            inForce.remove(ack.group());
        }
    }

    /**
     * Ends the one that does not hold any more at an instant.
     *
     * @param fires whether the alert of a fingerprint does
     * @return it as it has ended
     */
    public Optional<Ack> settle(String group, Predicate<String> fires, Instant at) {
        Ack ack = inForce.get(group);
        if (ack == null) {
            return Optional.empty();
        }
        Instant until = ack.expiresAt();
        boolean expired = until != null && !until.isAfter(at);
        if (!expired && ack.alerts().stream().anyMatch(fires)) {
            return Optional.empty();
        }
        Ack ended = ack.ended(expired ? State.EXPIRED : State.OVER, at, ack.command());
        keep(ended);
        return Optional.of(ended);
    }
}
