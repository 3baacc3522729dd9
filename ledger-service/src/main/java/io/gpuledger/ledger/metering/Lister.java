package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.ledger.rating.PriceLists;
import io.gpuledger.ledger.rating.Rater;
import io.gpuledger.ledger.rating.Sight;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.timeline.Pod;
import java.util.List;

/// price list -> its place among those of its provider -> pods that ran since are settled
final class Lister {

    private final MeterStore store;
    private final Posted out;

    Lister(MeterStore store, Posted out) {
        this.store = store;
        this.out = out;
    }

    /** A price that is not believed is told once, when it is first seen; the next source of a price is used. */
    void judge(PodObserved seen, Rater rater) {
        String reason = rater.disbelief(
                seen.account(), Sight.of(seen), store.prices(), seen.at().toEpochMilli());
        if (reason != null) {
            out.refuse(seen, reason);
        }
    }

    /** True where other prices are in force now. */
    boolean listed(PricesListed list, RollCall.Settling settling) {
        String provider = list.provider();
        long at = list.at().toEpochMilli();
        PriceLists lists = store.prices();
        long newest = lists.newest(provider);
        if (newest != Long.MIN_VALUE && at < newest - Horizon.SPAN.toMillis()) {
            out.refuse(
                    list,
                    "at must not be more than " + Horizon.SPAN.toDays() + " days before the provider's newest list");
            return false;
        }
        if (!PriceLists.outranks(list.rows(), lists.at(provider, at))) {
            return false;
        }
        List<PricesListed.Row> before = lists.inForceAt(provider, at);
        store.keep(list);
        if (list.rows().equals(before)) {
            return false;
        }
        for (Pod pod : store.podsOf(provider)) {
            if (pod.isLive() || pod.nextSightAfter(at) != Span.OPEN) {
                settling.settle(pod, list.id());
            }
        }
        return true;
    }
}
