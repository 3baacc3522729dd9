package io.gpuledger.ledger.timeline;

import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.PriceLists;
import io.gpuledger.ledger.rating.Rater;
import io.gpuledger.ledger.rating.Segment;
import io.gpuledger.ledger.rating.Sight;
import io.gpuledger.ledger.rating.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;

/// sights and polls -> turns -> segments -> what is due
public final class Timeline {

    private final Rater rater;
    private final PriceLists prices;
    private final Turns turns;
    private final News news;
    private final long holdMillis;

    /** @param horizon how much older than the newest instant of its account a fact may be */
    public Timeline(Polls polls, Rater rater, PriceLists prices, Duration horizon) {
        this.rater = rater;
        this.prices = prices;
        this.turns = new Turns(polls, rater.metering(), horizon);
        this.news = new News(polls, rater.metering());
        this.holdMillis = rater.metering().holdInForce().toMillis();
    }

    /**
     * What observations make due for a whole pod, and what it rests on.
     *
     * @param heldFrom since when it is charged without news; {@link Span#OPEN} where there is news
     */
    public record Drawn(Due due, NavigableMap<Long, Turn> turns, long heldFrom) {}

    /** A function of the pod's facts, the polls of its account and the rater; nothing is due but what it says. */
    public Drawn draw(Pod pod) {
        NavigableMap<Long, Turn> drawn = turns.of(pod);
        long heldFrom = news.overdueSince(pod);
        return new Drawn(rater.rate(pod.account(), segments(pod, drawn, heldFrom), prices), drawn, heldFrom);
    }

    /** Each sight holds from its turn to the next; where nothing vouches for it, it is held, and not for ever. */
    private List<Segment> segments(Pod pod, NavigableMap<Long, Turn> drawn, long heldFrom) {
        List<Segment> segments = new ArrayList<>();
        for (Map.Entry<Long, Turn> turn : drawn.entrySet()) {
            Map.Entry<Long, Turn> next = drawn.higherEntry(turn.getKey());
            Turn end = next == null ? new Turn(Span.OPEN, heldFrom) : next.getValue();
            Sight sight = Objects.requireNonNull(pod.sights().get(turn.getKey()));
            add(segments, new Span(turn.getValue().begins(), Math.min(end.vouched(), end.begins())), sight, false);
            if (end.vouched() < end.begins()) {
                long held = Math.min(end.begins(), end.vouched() + holdMillis);
                add(segments, new Span(end.vouched(), held), sight, true);
            }
        }
        return segments;
    }

    private static void add(List<Segment> segments, Span span, Sight sight, boolean estimated) {
        if (!span.isEmpty() && !sight.isGone()) {
            segments.add(new Segment(span, sight, estimated));
        }
    }
}
