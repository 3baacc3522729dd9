package io.gpuledger.alert.desk;

import io.gpuledger.alert.group.Shelf;
import io.gpuledger.alert.notify.Memory;
import io.gpuledger.common.event.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** Clears away now and then what nothing depends on any more. What fires is kept, however old. */
final class Tidying {

    static final Duration EVERY = Duration.ofMinutes(10);
    /** How long an alert that ended can still be asked for. */
    static final Duration ALERT_KEPT = Duration.ofMinutes(30);
    /** How long a silence that ended can still be asked for; Alertmanager's own. */
    static final Duration SILENCE_KEPT = Duration.ofDays(5);
    /** How long it is remembered what was said of a group that is gone. */
    static final Duration MEMORY_KEPT = Duration.ofDays(5);

    private final Shelves shelves;
    private Instant nextAt;

    Tidying(Shelves shelves, Instant now) {
        this.shelves = shelves;
        this.nextAt = now.plus(EVERY);
    }

    Instant nextAt() {
        return nextAt;
    }

    /** What is gone for good: alerts, and silences and acks by their ids. */
    record Gone(List<Alert> alerts, List<String> silences, List<String> acks) {
        static final Gone NOTHING = new Gone(List.of(), List.of(), List.of());
    }

    Gone tidy(Instant now) {
        if (now.isBefore(nextAt)) {
            return Gone.NOTHING;
        }
        nextAt = now.plus(EVERY);
        Instant endedBefore = now.minus(ALERT_KEPT);
        List<Alert> gone = new ArrayList<>();
        for (String fingerprint : keys(
                shelves.alerts(),
                (key, held) -> held.groups().isEmpty() && held.alert().isResolvedAt(endedBefore))) {
            var held = shelves.alerts().get(fingerprint);
            if (held != null) {
                gone.add(held.alert());
            }
            shelves.alerts().remove(fingerprint);
        }
        tidyMemories(now.minus(MEMORY_KEPT));
        Instant expiredBefore = now.minus(SILENCE_KEPT);
        List<String> silences =
                keys(shelves.silences(), (id, silence) -> silence.endsAt().isBefore(expiredBefore));
        silences.forEach(shelves.silences()::remove);
        return new Gone(gone, silences, tidyAcks(now.minus(Desk.RETOLD_FOR)));
    }

    private List<String> tidyAcks(Instant before) {
        List<String> acks =
                keys(shelves.acks(), (id, ack) -> !ack.isInForce() && ack.at().isBefore(before));
        acks.forEach(shelves.acks()::remove);
        keys(
                        shelves.pursuits(),
                        (id, pursuit) -> pursuit.over() && pursuit.since().isBefore(before))
                .forEach(shelves.pursuits()::remove);
        return acks;
    }

    private void tidyMemories(Instant before) {
        Set<String> alive = new HashSet<>();
        shelves.groups().forEach((id, group) -> alive.add(group.key()));
        keys(shelves.memories(), (key, memory) -> isStale(memory, before) && !alive.contains(groupKey(key)))
                .forEach(shelves.memories()::remove);
    }

    private static boolean isStale(Memory memory, Instant before) {
        return memory.at().isBefore(before) && memory.open().isEmpty();
    }

    private static String groupKey(String memoryKey) {
        return memoryKey.substring(memoryKey.lastIndexOf('\u0000') + 1);
    }

    private static <V> List<String> keys(Shelf<V> shelf, BiPredicate<String, V> which) {
        List<String> keys = new ArrayList<>();
        shelf.forEach((key, value) -> {
            if (which.test(key, value)) {
                keys.add(key);
            }
        });
        return keys;
    }
}
