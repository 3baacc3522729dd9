package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.PodState;
import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.Rater;
import io.gpuledger.ledger.rating.Segment;
import io.gpuledger.ledger.rating.Sight;
import io.gpuledger.ledger.rating.Span;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// sights and polls -> segments -> what is due
final class Timeline {

    private final MeterStore store;
    private final Rater rater;

    Timeline(MeterStore store, Rater rater) {
        this.store = store;
        this.rater = rater;
    }

    /**
     * What observations make due for a whole pod, and when each sight began to hold.
     *
     * @param begins effective instants by the instants of the sights
     */
    record Drawn(Due due, NavigableMap<Long, Long> begins) {}

    /** A function of the pod's sights, the polls of its account and the rater; nothing is due but what it says. */
    Drawn draw(Pod pod) {
        NavigableMap<Long, Long> begins = begins(pod);
        return new Drawn(rater.rate(pod.account(), segments(pod, begins)), begins);
    }

    /** Each sight that changed something holds from its effective instant to the next one's. */
    private static List<Segment> segments(Pod pod, NavigableMap<Long, Long> begins) {
        List<Segment> segments = new ArrayList<>();
        for (Map.Entry<Long, Long> begin : begins.entrySet()) {
            Map.Entry<Long, Long> next = begins.higherEntry(begin.getKey());
            Span span = new Span(begin.getValue(), next == null ? Span.OPEN : next.getValue());
            segments.add(new Segment(span, Objects.requireNonNull(pod.sights().get(begin.getKey())), false));
        }
        return segments;
    }

    private NavigableMap<Long, Long> begins(Pod pod) {
        NavigableMap<Long, Long> begins = new TreeMap<>();
        @Nullable Sight held = null;
        for (Map.Entry<Long, Sight> next : pod.sights().entrySet()) {
            if (held == null || !next.getValue().sameAs(held)) {
                begins.put(next.getKey(), begin(pod, next.getKey(), next.getValue()));
                held = next.getValue();
            }
        }
        return begins;
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
