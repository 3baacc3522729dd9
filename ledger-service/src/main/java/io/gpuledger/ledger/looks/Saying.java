package io.gpuledger.ledger.looks;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.ledger.timeline.Pod;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a pod's observations say as long as nothing changes but their instant and use; and who that pod is, once a meter
 * found it. Observations that repeat one another bear this very object, so most need no search for their pod.
 */
public final class Saying {

    private final PodObserved like;
    private final AccountRef account;
    private final boolean runs;
    private final long busyMilliGpus;

    private @Nullable Object finder;
    private Pod.@Nullable Glance glance;
    private @Nullable Watched watched;

    /** @param like one of them */
    public Saying(PodObserved like) {
        this.like = like;
        this.account = like.account();
        this.runs = like.state() == PodState.RUNNING;
        this.busyMilliGpus = runs ? like.milliGpus() : 0;
    }

    public PodObserved like() {
        return like;
    }

    public AccountRef account() {
        return account;
    }

    /** Those of its GPUs that can be busy, in thousandths. */
    long busyMilliGpus() {
        return busyMilliGpus;
    }

    Look look(@Nullable Integer percent) {
        return runs ? Look.of(percent) : Look.UNTOLD;
    }

    /**
     * Notes the pod, which was last seen as this says.
     *
     * @param by whoever found it: other meters of this process, and later ones, find it for themselves
     */
    void found(Object by, Pod.Glance seen, Watched eye) {
        finder = by;
        glance = seen;
        watched = eye;
    }

    /** How the pod was last seen; none where it was not found, or was seen otherwise since. */
    @SuppressWarnings("ReferenceEquality") // who found it is asked, not what is equal to it
    Pod.@Nullable Glance glance(Object by) {
        Pod.Glance known = finder == by ? glance : null;
        return known == null || known.isPast() ? null : known;
    }

    /** The pod, which was found. */
    Watched watched() {
        return Objects.requireNonNull(watched, "pod was not found");
    }
}
