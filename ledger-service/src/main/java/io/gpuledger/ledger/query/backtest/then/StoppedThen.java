package io.gpuledger.ledger.query.backtest.then;

import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// what was told of an account's pods -> those that were stopped at an instant
public final class StoppedThen extends Then {

    private final List<PodTold> told;
    private final Map<String, PodTold> stopped = new TreeMap<>();
    private int next;

    public StoppedThen(Series series, Collection<PodLife> pods) {
        super(series);
        List<PodTold> turns = new ArrayList<>();
        for (PodLife pod : pods) {
            boolean was = false;
            for (PodTold one : pod.told()) {
                boolean is = isStopped(one);
                if (is || was) {
                    turns.add(one);
                }
                was = is;
            }
        }
        this.told = turns.stream().sorted(Comparator.comparing(PodTold::at)).toList();
    }

    private static boolean isStopped(PodTold one) {
        return one.state() == PodState.STOPPED;
    }

    @Override
    public void at(long instant) {
        while (next < told.size() && told.get(next).at().toEpochMilli() <= instant) {
            PodTold one = told.get(next++);
            if (isStopped(one)) {
                stopped.put(one.pod(), one);
            } else {
                stopped.remove(one.pod());
            }
        }
    }

    @Override
    public LongStream changes() {
        return told.stream().mapToLong(one -> one.at().toEpochMilli());
    }

    @Override
    public boolean isStill() {
        return true;
    }

    @Override
    public int size() {
        return 1 + stopped.size();
    }

    @Override
    public Collection<PodTold> pods(Scope account) {
        return stopped.values();
    }
}
