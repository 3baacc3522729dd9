package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.PodObserved;
import io.gpuledger.ledger.rating.Sight;

/**
 * How a live pod was last seen: enough to know that an observation changes nothing, without its timeline.
 *
 * @param number its bit in the polls
 * @param since the instant of its last kept sight
 * @param sight that sight
 * @param ratedBy the version of the rater that made what was posted
 */
public record Glance(int number, long since, Sight sight, String ratedBy) {

    /** @param pod one that has a sight */
    public static Glance at(Pod pod) {
        return new Glance(
                pod.number(),
                pod.sights().lastKey(),
                pod.sights().lastEntry().getValue(),
                pod.ratedBy());
    }

    /** It was so already, it is the newest there is, and what was posted rests on the same rater. */
    boolean isConfirmedBy(PodObserved event, long at, String rater) {
        return at >= since && ratedBy.equals(rater) && sight.isToldBy(event);
    }
}
