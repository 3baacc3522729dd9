package io.gpuledger.ledger.timeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.ledger.rating.Sight;
import io.gpuledger.ledger.rating.Span;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The timeline of a pod: the sights that changed something, by epoch milliseconds, and the steps posted for them.
 * Sights that only confirmed what was known are not kept; that they were seen is in the {@link Poll}s.
 *
 * @param number its bit in the polls of its partition
 * @param turns how each sight gave way to the next, as {@code posted} has it
 * @param heldFrom since when {@code posted} charges without news; {@link Span#OPEN} where there is news
 * @param ratedBy the version of the rater that made {@code posted}
 */
public record Pod(
        AccountRef account,
        String id,
        int number,
        NavigableMap<Long, Sight> sights,
        NavigableMap<Long, Turn> turns,
        long heldFrom,
        List<Step> posted,
        String ratedBy) {

    public static Pod unseen(AccountRef account, String id, int number) {
        return new Pod(account, id, number, new TreeMap<>(), new TreeMap<>(), Span.OPEN, List.of(), "");
    }

    /** The sight in force at an instant; none where the pod was not known yet. */
    public @Nullable Sight inForceAt(long at) {
        Map.Entry<Long, Sight> entry = sights.floorEntry(at);
        return entry == null ? null : entry.getValue();
    }

    /** The instant of the first kept sight after one; {@link Span#OPEN} where there is none. */
    public long nextSightAfter(long at) {
        Long next = sights.higherKey(at);
        return next == null ? Span.OPEN : next;
    }

    /** It was there when it was last heard of. */
    @JsonIgnore
    public boolean isLive() {
        return !sights.isEmpty() && !sights.lastEntry().getValue().isGone();
    }

    /** It and one more sight; at its instant nothing else stands. */
    public Pod with(long at, Sight sight) {
        NavigableMap<Long, Sight> more = new TreeMap<>(sights);
        more.put(at, sight);
        return new Pod(account, id, number, more, turns, heldFrom, posted, ratedBy);
    }

    /** It without the sights before one. */
    public Pod from(long sight) {
        return new Pod(
                account,
                id,
                number,
                new TreeMap<>(sights.tailMap(sight, true)),
                new TreeMap<>(turns.tailMap(sight, true)),
                heldFrom,
                posted,
                ratedBy);
    }

    public Pod settled(Timeline.Drawn drawn, List<Step> due, String by) {
        return new Pod(account, id, number, sights, drawn.turns(), drawn.heldFrom(), due, by);
    }

    /** How a live pod was last seen: enough to know that an observation changes nothing, without its timeline. */
    public static final class Glance {

        private final int number;
        private final long since;
        private final Sight sight;
        private final boolean held;
        private final String ratedBy;

        private boolean isPast;

        /** @param pod one that has a sight */
        public Glance(Pod pod) {
            this.number = pod.number();
            this.since = pod.sights().lastKey();
            this.sight = pod.sights().lastEntry().getValue();
            this.held = pod.heldFrom() != Span.OPEN;
            this.ratedBy = pod.ratedBy();
        }

        /** Its bit in the polls. */
        public int number() {
            return number;
        }

        /** The observation tells the same. */
        public boolean isToldBy(PodObserved event) {
            return sight.isToldBy(event);
        }

        /** It was so already, no later change is known, news was not missing, and what was posted rests on the same rater. */
        public boolean holds(long at, String rater) {
            return !held && at >= since && ratedBy.equals(rater);
        }

        /** The pod was settled since, so this is not how it was last seen. */
        public boolean isPast() {
            return isPast;
        }

        public void passes() {
            isPast = true;
        }
    }
}
