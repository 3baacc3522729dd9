package io.gpuledger.alert.vigil;

import io.gpuledger.alert.sink.Answer;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * attempts, outcomes -> who cannot be reached. What it must not forget stands in the outcomes, which are all read again after a
 * restart; what is under way fails again then.
 */
final class ReceiverWatch {

    private final Duration failingAfter;
    private final Map<Watched, Condition> conditions = new TreeMap<>();

    /**
     * An integration that has taken nothing for too long.
     *
     * @param since from when on
     * @param detail the last answer in a few words; nothing secret
     */
    record Failing(Watched who, Instant since, String detail) {}

    /** @param failingAfter how long nothing is taken until it is told */
    ReceiverWatch(Duration failingAfter) {
        this.failingAfter = failingAfter;
    }

    synchronized void attempted(Notification said, Answer answer) {
        if (answer instanceof Answer.Retry retry) {
            of(Watched.of(said)).waits(said.id(), said.at(), retry.detail());
        }
    }

    synchronized void learn(Delivery outcome) {
        Condition condition = of(Watched.of(outcome));
        switch (outcome.outcome()) {
            case DELIVERED -> condition.delivered(outcome.notification(), outcome.at());
            case REJECTED -> condition.refused(outcome.notification(), outcome.at(), false, detail(outcome));
            case GAVE_UP -> condition.refused(outcome.notification(), outcome.at(), true, detail(outcome));
        }
    }

    private static String detail(Delivery outcome) {
        return outcome.detail() == null ? "" : outcome.detail();
    }

    private Condition of(Watched who) {
        return conditions.computeIfAbsent(who, any -> new Condition());
    }

    synchronized List<Failing> failing(Instant now) {
        List<Failing> failing = new ArrayList<>();
        conditions.forEach((who, condition) -> {
            @Nullable Instant since = condition.failingSince();
            @Nullable Instant until = condition.failingUntil(now);
            if (since != null
                    && until != null
                    && (condition.isGivenUp() || !until.isBefore(since.plus(failingAfter)))) {
                failing.add(new Failing(who, since, condition.detail()));
            }
        });
        return failing;
    }

    synchronized Optional<Instant> deliveredAt(Watched who) {
        return Optional.ofNullable(conditions.get(who)).map(Condition::deliveredAt);
    }

    synchronized Optional<Instant> failingSince(Watched who) {
        return Optional.ofNullable(conditions.get(who)).map(Condition::failingSince);
    }
}
