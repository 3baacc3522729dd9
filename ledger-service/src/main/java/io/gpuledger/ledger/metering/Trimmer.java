package io.gpuledger.ledger.metering;

import io.gpuledger.ledger.timeline.Pod;

/**
 * Keeps the record of a pod that changes without end within bounds: of a long timeline, what lies two horizons back stays
 * posted as it is and is forgotten. Nothing that may still come reaches so far.
 */
final class Trimmer {

    /** Changes kept of one pod; about a kilobyte each, and all are written with each one. */
    static final int CHANGES_MAX = 2_000;

    /** A timeline of so few is left alone. */
    static final int CHANGES_MIN = 200;

    /** What is said of one change more. */
    static final String RULE =
            "pod must not change more than " + CHANGES_MAX + " times in " + 2 * Horizon.SPAN.toDays() + " days";

    private final MeterStore store;

    Trimmer(MeterStore store) {
        this.store = store;
    }

    static boolean isFull(Pod pod) {
        return pod.sights().size() >= CHANGES_MAX;
    }

    /**
     * The pod, or what is left of it. Where jobs or bills are known all of it is kept, since they rest on its cost.
     *
     * @param pod one that was just settled
     */
    Pod trimmed(Pod pod, Ledgers ledgers) {
        if (pod.sights().size() <= CHANGES_MIN) {
            return pod;
        }
        long edge = store.newest(pod.account()) - 2 * Horizon.SPAN.toMillis();
        Long first = pod.turns().floorKey(edge);
        boolean needed = first == null
                || first.equals(pod.sights().firstKey())
                || store.jobs(pod.account(), pod.id()).facts().size() > 0
                || !store.bills(pod.account(), pod.id()).lines().isEmpty();
        return first == null || needed ? pod : ledgers.asPosted(pod.from(first));
    }
}
