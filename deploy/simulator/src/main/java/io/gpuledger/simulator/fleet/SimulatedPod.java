package io.gpuledger.simulator.fleet;

import io.gpuledger.simulator.scenario.PodScript;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One pod with its phases in time order, those the script still has before it included. */
public final class SimulatedPod {

    private final String id;
    private final String name;
    private final PodScript script;
    private final Rates rates;
    private final NavigableMap<Instant, Phase> phases = new TreeMap<>();

    SimulatedPod(String name, PodScript script, Rates rates, Instant startsAt, Instant begin) {
        this.id = Ids.of(name);
        this.name = name;
        this.script = script;
        this.rates = rates;
        phases.put(startsAt, Phase.RUNNING);
        then(script.stop(), begin, Phase.EXITED);
        then(script.vanish(), begin, Phase.TERMINATED);
    }

    private void then(@Nullable Duration offset, Instant begin, Phase phase) {
        if (offset != null) {
            phases.put(begin.plus(offset), phase);
        }
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public PodScript script() {
        return script;
    }

    public Rates rates() {
        return rates;
    }

    public synchronized Instant createdAt() {
        return phases.firstKey();
    }

    /** When it last began to run. */
    public synchronized Instant startedAt(Instant now) {
        Instant started = createdAt();
        for (Map.Entry<Instant, Phase> entry : phases.headMap(now, true).entrySet()) {
            started = entry.getValue() == Phase.RUNNING ? entry.getKey() : started;
        }
        return started;
    }

    /** When it entered the phase it is in. */
    public synchronized Instant since(Instant now) {
        Instant at = phases.floorKey(now);
        return at == null ? createdAt() : at;
    }

    /** The phase at an instant; absent before it was made. */
    public synchronized @Nullable Phase phase(Instant now) {
        Map.Entry<Instant, Phase> entry = phases.floorEntry(now);
        return entry == null ? null : entry.getValue();
    }

    /** Somebody changes its phase now; of what the script had before it, only its end remains. */
    synchronized void become(Phase phase, Instant now) {
        phases.tailMap(now, false).values().removeIf(later -> later != Phase.TERMINATED);
        if (phase == Phase.TERMINATED) {
            phases.tailMap(now, false).clear();
        }
        phases.put(now, phase);
    }

    /** What it cost from one instant to another. */
    public synchronized Charge charge(Instant from, Instant until) {
        Charge sum = Charge.NONE;
        for (Map.Entry<Instant, Phase> entry : phases.entrySet()) {
            Instant next = phases.higherKey(entry.getKey());
            Instant begin = entry.getKey().isBefore(from) ? from : entry.getKey();
            Instant end = next == null || next.isAfter(until) ? until : next;
            if (begin.isBefore(end)) {
                sum = sum.plus(rates.charge(entry.getValue(), Duration.between(begin, end)));
            }
        }
        return sum;
    }
}
