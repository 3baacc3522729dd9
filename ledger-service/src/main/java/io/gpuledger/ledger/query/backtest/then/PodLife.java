package io.gpuledger.ledger.query.backtest.then;

import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * All that was told of a pod, each from the instant it tells of.
 *
 * @param told in the order of time
 */
public record PodLife(List<PodTold> told) {

    /** @param told of any pods, in any order */
    public static List<PodLife> of(Collection<PodTold> told) {
        TreeMap<String, List<PodTold>> pods = new TreeMap<>();
        told.forEach(one -> pods.computeIfAbsent(one.account() + "/" + one.pod(), pod -> new ArrayList<>())
                .add(one));
        return pods.values().stream()
                .map(all -> new PodLife(
                        all.stream().sorted(Comparator.comparing(PodTold::at)).toList()))
                .toList();
    }

    /** Without what was superseded by an instant, epoch milliseconds. */
    public PodLife since(long instant) {
        int first = 0;
        while (until(first) <= instant) {
            first++;
        }
        return new PodLife(told.subList(first, told.size()));
    }

    public Scope account() {
        return Scope.account(told.getFirst().account());
    }

    public long from(int index) {
        return told.get(index).at().toEpochMilli();
    }

    /** When the next was told; {@link Long#MAX_VALUE} of the last. */
    public long until(int index) {
        return index + 1 < told.size() ? from(index + 1) : Long.MAX_VALUE;
    }
}
