package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.PodState;
import io.gpuledger.ledger.rating.Rater;
import io.gpuledger.ledger.rating.Sight;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// sights and polls -> steps: each sight holds from its effective instant to the next one's
final class Timeline {

    private final MeterStore store;
    private final Rater rater;

    Timeline(MeterStore store, Rater rater) {
        this.store = store;
        this.rater = rater;
    }

    /** The steps of a whole pod; a function of its sights, the polls of its account and the rater. */
    List<Step> steps(Pod pod) {
        Steps steps = new Steps();
        long from = Long.MIN_VALUE;
        @Nullable Sight held = null;
        for (Map.Entry<Long, Sight> next : pod.sights().entrySet()) {
            if (held != null && next.getValue().sameAs(held)) {
                continue;
            }
            long effective = effective(pod, next.getKey(), next.getValue());
            charge(steps, pod, held, from, effective);
            held = next.getValue();
            from = effective;
        }
        charge(steps, pod, held, from, Steps.OPEN);
        return steps.list();
    }

    private void charge(Steps steps, Pod pod, @Nullable Sight held, long from, long until) {
        if (held != null) {
            rater.charges(pod.account(), held).forEach(charge -> steps.charge(charge, from, until, held.cause()));
        }
    }

    /**
     * The provider's own time of the start where nothing that is known contradicts it: it lies after the last instant at
     * which the pod was seen, or known to be absent, and not after the observation. Where nothing at all is known before,
     * it counts back to the start of the calendar month (UTC).
     */
    private long effective(Pod pod, long at, Sight sight) {
        Instant startedAt = sight.startedAt();
        if (sight.state() != PodState.RUNNING || startedAt == null || startedAt.toEpochMilli() > at) {
            return at;
        }
        long started = startedAt.toEpochMilli();
        Map.Entry<Long, Poll> known =
                store.pollBefore(pod.account(), at, (instant, poll) -> poll.isComplete() || poll.saw(pod.number()));
        boolean believed = known == null ? started >= startOfMonth(at) : started > known.getKey();
        return believed ? started : at;
    }

    private static long startOfMonth(long at) {
        return Instant.ofEpochMilli(at)
                .atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1)
                .toInstant()
                .toEpochMilli();
    }
}
