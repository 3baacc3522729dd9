package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.Tick;
import io.gpuledger.ledger.jobs.JobFacts;
import io.gpuledger.ledger.looks.LookShelf;
import io.gpuledger.ledger.looks.Looker;
import io.gpuledger.ledger.rating.Rater;
import io.gpuledger.ledger.timeline.Pod;
import java.time.Instant;

/// observations, settled pods -> how pods stand and how busy they were, told where that is news
final class Eye {

    private final MeterStore store;
    private final LookShelf looks;
    private final Posted out;
    private Looker looker;

    Eye(MeterStore store, LookShelf looks, Rater rater, Posted out) {
        this.store = store;
        this.looks = looks;
        this.out = out;
        this.looker = new Looker(looks, store, rater);
    }

    void use(Rater rater) {
        looker = new Looker(looks, store, rater);
    }

    /** An observation that changes nothing but perhaps how busy the pod is. */
    void looked(PodObserved event, int pod, boolean again) {
        if (looker.looked(event, pod, again, true)) {
            tell(store.podOf(event.account(), event.pod()));
        }
    }

    /** One that will be put in its place; true where there is something to tell in any case. */
    boolean looksAt(PodObserved event, int pod, boolean again) {
        return looker.looked(event, pod, again, false);
    }

    void tell(Pod pod) {
        JobFacts jobs = store.jobs(pod.account(), pod.id()).facts();
        looker.news(pod, jobs, Instant.ofEpochMilli(store.newest(pod.account())))
                .ifPresent(out::post);
        if (!pod.isLive()) {
            looks.rest(pod.account(), pod.id());
        }
    }

    void passed(Tick tick) {
        looker.closed(store.ledgerTime(), tick.partition()).forEach(out::looked);
    }
}
