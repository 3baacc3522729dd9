package io.gpuledger.alert.ack;

import io.gpuledger.common.value.InvalidValue;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is told besides, one after the other, while nobody acknowledges. */
public record Escalation(String name, List<Step> steps) {

    public static final int STEPS_MAX = 10;
    public static final Duration WAIT_MAX = Duration.ofDays(30);

    /** For routes that have none. */
    public static final Escalation NONE = new Escalation("", List.of());

    /**
     * One more who is told.
     *
     * @param after since the group was first told
     */
    public record Step(Duration after, String receiver) {

        public Step {
            InvalidValue.unless(after.isPositive(), "wait", "must be above zero");
            InvalidValue.unless(after.compareTo(WAIT_MAX) <= 0, "wait", "must be at most " + WAIT_MAX.toDays() + "d");
        }
    }

    public Escalation {
        steps = List.copyOf(steps);
        InvalidValue.unless(steps.size() <= STEPS_MAX, "steps", "must be at most " + STEPS_MAX);
        Set<String> receivers = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            InvalidValue.unless(
                    i == 0 || steps.get(i).after().compareTo(steps.get(i - 1).after()) > 0,
                    "steps",
                    "must each wait longer than the one before");
            String receiver = steps.get(i).receiver();
            InvalidValue.unless(receivers.add(receiver), "steps", "have receiver \"" + receiver + "\" twice");
        }
    }

    /** The first step that has not been taken. */
    public Optional<Step> next(List<String> told) {
        return steps.stream().filter(step -> !told.contains(step.receiver())).findFirst();
    }
}
