package io.gpuledger.ledger.timeline;

import io.gpuledger.common.config.Metering;
import io.gpuledger.common.event.PodState;
import io.gpuledger.ledger.rating.Sight;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// sights and polls -> when each sight began to hold, and until when the one before is vouched for
final class Turns {

    private final Polls polls;
    private final News news;
    private final Duration horizon;
    private final @Nullable Duration backFill;

    Turns(Polls polls, Metering metering, Duration horizon) {
        this.polls = polls;
        this.news = new News(polls, metering);
        this.horizon = horizon;
        this.backFill = metering.backFill();
    }

    /** By the instants of the sights; a sight that is the same as the one before turns nothing. */
    NavigableMap<Long, Turn> of(Pod pod) {
        NavigableMap<Long, Turn> turns = new TreeMap<>();
        long settled = polls.newest(pod.account()) - horizon.toMillis();
        @Nullable Sight held = null;
        for (Map.Entry<Long, Sight> next : pod.sights().entrySet()) {
            long at = next.getKey();
            if (held == null || !next.getValue().sameAs(held)) {
                Turn drawn = at < settled ? pod.turns().get(at) : null;
                turns.put(at, drawn == null ? turn(pod, at, held, next.getValue()) : drawn);
                held = next.getValue();
            }
        }
        return turns;
    }

    /** What turned before the horizon turned as was said: the polls that would tell are forgotten some day. */
    private Turn turn(Pod pod, long at, @Nullable Sight held, Sight next) {
        long heard = news.lastHeard(pod, at);
        Instant told = next.changed();
        boolean believed = told != null && isBelieved(told.toEpochMilli(), at, heard);
        long begins = believed && told != null ? told.toEpochMilli() : at;
        boolean vouched = held == null
                || heard == News.NEVER
                || goesOn(held, next)
                || (believed && endsWhen(held, next))
                || !news.isMissing(pod.account(), heard, at);
        return new Turn(begins, vouched ? begins : heard);
    }

    /**
     * The provider's own time of the change is believed where nothing that is known contradicts it: it lies after the last
     * instant at which the pod was heard of, and not after the observation. Where nothing at all is known before, it
     * counts back as far as the back-fill: to the start of the calendar month (UTC) where no other span is set.
     */
    private boolean isBelieved(long told, long at, long heard) {
        return told <= at && (heard == News.NEVER ? told >= backFillFrom(at) : told > heard);
    }

    private long backFillFrom(long at) {
        return backFill != null ? at - backFill.toMillis() : startOfMonth(at);
    }

    /** It was so all along: what it does, and since when, is as it was. */
    private static boolean goesOn(Sight held, Sight next) {
        return !next.isGone() && held.state() == next.state() && Objects.equals(held.startedAt(), next.startedAt());
    }

    /** The time of the change is also the time the state before ended: it is no restart. */
    private static boolean endsWhen(Sight held, Sight next) {
        return held.state() != PodState.RUNNING || next.state() != PodState.RUNNING;
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
