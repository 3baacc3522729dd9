package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.PodState;
import io.gpuledger.ledger.rating.Rater;
import io.gpuledger.ledger.rating.Sight;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// sights and polls -> steps: each sight holds from its effective instant to the next one's
final class Timeline {

    private final MeterStore store;
    private final Rater rater;

    Timeline(MeterStore store, Rater rater) {
        this.store = store;
        this.rater = rater;
    }

    /**
     * The steps of a whole pod, and when each sight began to hold.
     *
     * @param begins effective instants by the instants of the sights
     */
    record Drawn(List<Step> steps, NavigableMap<Long, Long> begins) {}

    /** A function of the pod's sights, the polls of its account and the rater. */
    Drawn draw(Pod pod) {
        Steps steps = new Steps();
        NavigableMap<Long, Long> begins = new TreeMap<>();
        long from = Long.MIN_VALUE;
        @Nullable Sight held = null;
        for (Map.Entry<Long, Sight> next : pod.sights().entrySet()) {
            if (held != null && next.getValue().sameAs(held)) {
                continue;
            }
            long effective = begin(pod, next.getKey(), next.getValue());
            begins.put(next.getKey(), effective);
            charge(steps, pod, held, new Steps.Span(from, effective));
            held = next.getValue();
            from = effective;
        }
        charge(steps, pod, held, new Steps.Span(from, Steps.OPEN));
        return new Drawn(steps.list(), begins);
    }

    private void charge(Steps steps, Pod pod, @Nullable Sight held, Steps.Span span) {
        if (held != null) {
            rater.charges(pod.account(), held).forEach(charge -> steps.charge(charge, span, held.name(), held.cause()));
        }
    }

    /** What began before the horizon began when it was said to: the polls that would tell are forgotten some day. */
    private long begin(Pod pod, long at, Sight sight) {
        Long settled = pod.begins().get(at);
        long horizon = store.newest(pod.account()) - Meter.HORIZON.toMillis();
        return settled != null && at < horizon ? settled : effective(pod, at, sight);
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
