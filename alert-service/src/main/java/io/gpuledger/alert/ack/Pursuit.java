package io.gpuledger.alert.ack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the escalation of a group has gone.
 *
 * @param since from when its steps are counted: when the group was first told, later by as long as it was acknowledged;
 *     of one that is over when it ended
 * @param heldAt since when the clock stands still; absent while it goes
 * @param told the receivers whose turn has come, by name and in that order
 * @param alarmAt when the next one's turn comes; absent where only a look of the group can bring it
 * @param over whether nothing of the group fires any more
 */
public record Pursuit(
        Instant since,
        @Nullable Instant heldAt,
        List<String> told,
        @Nullable Instant alarmAt,
        boolean over) {

    public Pursuit {
        told = told == null ? List.of() : List.copyOf(told);
    }

    /**
     * What is true of a group at an instant.
     *
     * @param fires whether one of its alerts does
     * @param heard whether one of those is not kept quiet
     * @param open receivers who still believe that something fires
     */
    public record Facts(Instant at, boolean fires, boolean heard, boolean acknowledged, List<String> open) {}

    /** One step on; absent as long as nothing of the group was told. */
    public static @Nullable Pursuit next(@Nullable Pursuit last, Escalation escalation, Facts now) {
        if (last == null || (last.over && now.fires)) {
            boolean begins = now.heard && (!escalation.steps().isEmpty() || !now.open.isEmpty());
            List<String> told = last == null
                    ? List.of()
                    : last.told.stream().filter(now.open::contains).toList();
            return begins ? new Pursuit(now.at, null, told, null, false).moved(escalation, now) : last;
        }
        return last.moved(escalation, now);
    }

    /** Nothing of it fires, or its group is no more. */
    public Pursuit ended(Instant at) {
        return over ? this : new Pursuit(at, null, told, null, true);
    }

    private Pursuit moved(Escalation escalation, Facts now) {
        if (!now.fires) {
            return ended(now.at);
        }
        if (now.acknowledged) {
            return new Pursuit(since, heldAt == null ? now.at : heldAt, told, null, false);
        }
        Instant from = heldAt == null ? since : since.plus(Duration.between(heldAt, now.at));
        List<String> reached = new ArrayList<>(told);
        if (now.heard) {
            escalation.steps().stream()
                    .filter(step -> !from.plus(step.after()).isAfter(now.at))
                    .map(Escalation.Step::receiver)
                    .filter(receiver -> !reached.contains(receiver))
                    .forEach(reached::add);
        }
        Instant alarm = escalation
                .next(reached)
                .map(step -> from.plus(step.after()))
                .filter(at -> at.isAfter(now.at))
                .orElse(null);
        return new Pursuit(from, null, reached, alarm, false);
    }
}
