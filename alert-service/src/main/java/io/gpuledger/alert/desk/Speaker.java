package io.gpuledger.alert.desk;

import io.gpuledger.alert.group.Group;
import io.gpuledger.alert.group.Shelf;
import io.gpuledger.alert.notify.Integration;
import io.gpuledger.alert.notify.Memory;
import io.gpuledger.alert.notify.NotificationWriter;
import io.gpuledger.alert.notify.NotificationWriter.To;
import io.gpuledger.alert.notify.Teller;
import io.gpuledger.alert.notify.Verdict;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Notification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Speaks to one integration of one group, and remembers what it said. */
final class Speaker {

    private final Shelf<Memory> memories;
    private final boolean quietEnds;

    Speaker(Shelf<Memory> memories, boolean quietEnds) {
        this.memories = memories;
        this.quietEnds = quietEnds;
    }

    /** @param why the reason where it is told for the first time; absent for the usual one */
    Optional<Notification> speak(To to, Group group, Sight sight, Duration repeatInterval, @Nullable String why) {
        Integration integration = to.integration();
        String key = integration.memoryKey(to.receiver(), group.key());
        @Nullable Memory last = memories.get(key);
        List<Alert> firing = sight.firing();
        List<Alert> resolved = sight.resolved(last == null || quietEnds ? Set.of() : last.open());
        if (firing.isEmpty() && resolved.isEmpty()) {
            return Optional.empty();
        }
        Teller.Now now = new Teller.Now(sight.at(), fingerprints(firing), fingerprints(resolved));
        Verdict verdict = Teller.judge(last, now, integration.sendResolved(), repeatInterval);
        if (verdict instanceof Verdict.Quiet) {
            return Optional.empty();
        }
        Memory memory = Memory.after(last, now);
        memories.put(key, memory);
        if (!(verdict instanceof Verdict.Say say)) {
            return Optional.empty();
        }
        List<Alert> told = new ArrayList<>(firing);
        told.addAll(integration.sendResolved() ? resolved : List.of());
        return Optional.of(NotificationWriter.write(to, group, memory, why == null ? say.reason() : why, told));
    }

    /** That somebody looks after the group, to those who were told of it and want to know. */
    Optional<Notification> acknowledge(To to, Group group, Sight sight, Ack ack) {
        List<Alert> fire = sight.fire();
        boolean wanted = to.integration().takesAcks() && isOpen(to.receiver(), to.integration(), group);
        return wanted && !fire.isEmpty()
                ? Optional.of(NotificationWriter.acknowledgement(to, group, ack, fire, sight.at()))
                : Optional.empty();
    }

    /** Whether it was told of something that was not called off yet. */
    boolean isOpen(String receiver, Integration integration, Group group) {
        Memory last = memories.get(integration.memoryKey(receiver, group.key()));
        return last != null && !last.open().isEmpty();
    }

    /**
     * Forgets that it was said, unless more was said since.
     *
     * @return fingerprints of the alerts the receiver has not heard of
     */
    Set<String> takeBack(Delivery delivery) {
        Integration integration = new Integration(delivery.integration(), delivery.index(), true);
        String key = integration.memoryKey(delivery.receiver(), delivery.groupKey());
        @Nullable Memory last = memories.get(key);
        if (last == null || last.sequence() != delivery.sequence()) {
            return Set.of();
        }
        if (last.before() == null) {
            memories.remove(key);
        } else {
            memories.put(key, last.before());
        }
        Set<String> unheard = new TreeSet<>(last.firing());
        unheard.addAll(last.resolved());
        return unheard;
    }

    private static Set<String> fingerprints(List<Alert> alerts) {
        return alerts.stream().map(Alert::fingerprint).collect(Collectors.toUnmodifiableSet());
    }
}
