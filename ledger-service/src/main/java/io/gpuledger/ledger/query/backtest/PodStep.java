package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.ledger.books.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What changes of a pod at an instant, as far as the books tell.
 *
 * @param storage change of nano-dollars per hour for its disks
 * @param compute change of nano-dollars per hour for its GPUs
 * @param milliGpus change of its GPUs
 * @param observed the part of {@code compute} that rests on a price its source told
 * @param observedMilliGpus the GPUs that is for
 */
public record PodStep(
        long at,
        String pod,
        String name,
        @Nullable String sku,
        long storage,
        long compute,
        long milliGpus,
        long observed,
        long observedMilliGpus) {

    static boolean isOfPod(Entry entry) {
        Component component = entry.cell().component();
        return component == Component.COMPUTE || component == Component.STORAGE;
    }

    static PodStep of(Entry entry) {
        boolean isCompute = entry.cell().component() == Component.COMPUTE;
        boolean isObserved = isCompute && entry.source() == PriceSource.OBSERVED;
        long rate = entry.rates().nanoDollars();
        long gpus = entry.rates().milliGpus();
        return new PodStep(
                entry.at(),
                entry.resource(),
                entry.name(),
                entry.cell().sku(),
                isCompute ? 0 : rate,
                isCompute ? rate : 0,
                isCompute ? gpus : 0,
                isObserved ? rate : 0,
                isObserved ? gpus : 0);
    }

    /** What has changed by this and what came after it. */
    PodStep plus(PodStep later) {
        return new PodStep(
                later.at,
                pod,
                later.name,
                later.sku,
                storage + later.storage,
                compute + later.compute,
                milliGpus + later.milliGpus,
                observed + later.observed,
                observedMilliGpus + later.observedMilliGpus);
    }

    boolean isRunning() {
        return compute != 0 || milliGpus != 0;
    }
}
