package io.gpuledger.simulator.fleet;

import io.gpuledger.simulator.scenario.Account;
import io.gpuledger.simulator.scenario.PodScript;
import io.gpuledger.simulator.scenario.Scenario;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All pods of a scenario that began at an instant, and the account they are charged to. */
public final class Fleet {

    private final Scenario scenario;
    private final Instant begin;
    private final List<SimulatedPod> pods;

    public Fleet(Scenario scenario, Instant begin) {
        this.scenario = scenario;
        this.begin = begin;
        this.pods = new ArrayList<>();
        scenario.pods().forEach(script -> born(script).forEach(pods::add));
    }

    private Stream<SimulatedPod> born(PodScript script) {
        Rates rates = Rates.of(scenario, script);
        if (script.multiply() == null) {
            return Stream.of(new SimulatedPod(script.name(), script, rates, begin.plus(script.start()), begin));
        }
        var multiply = script.multiply();
        return IntStream.range(0, multiply.copies())
                .mapToObj(copy -> new SimulatedPod(
                        script.name() + "-" + (copy + 1), script, rates, begin.plus(multiply.birth(copy)), begin));
    }

    public Scenario scenario() {
        return scenario;
    }

    public Instant begin() {
        return begin;
    }

    /** The pods that exist at an instant: born, and not terminated. */
    public List<SimulatedPod> pods(Instant now) {
        return pods.stream().filter(pod -> exists(pod, now)).toList();
    }

    /** Every pod of the scenario, those to come and those gone included. */
    public List<SimulatedPod> everyPod() {
        return List.copyOf(pods);
    }

    public Optional<SimulatedPod> pod(String id, Instant now) {
        return pods.stream()
                .filter(pod -> pod.id().equals(id) && exists(pod, now))
                .findFirst();
    }

    private static boolean exists(SimulatedPod pod, Instant now) {
        Phase phase = pod.phase(now);
        return phase != null && phase != Phase.TERMINATED;
    }

    /** Somebody stops, resumes or terminates a pod that exists. */
    public void become(SimulatedPod pod, Phase phase, Instant now) {
        pod.become(phase, now);
    }

    /** US dollars left: what ran is taken off in lumps, so the balance stands still in between. */
    public BigDecimal balance(Instant now) {
        Account account = scenario.account();
        long lump = account.chargedEvery().toMillis();
        long elapsed = Math.max(0, Duration.between(begin, now).toMillis());
        Instant chargedUntil = begin.plusMillis(elapsed / lump * lump);
        return account.balance().subtract(charge(begin, chargedUntil).dollars());
    }

    /** US dollars per hour of everything at an instant, disks included. */
    public BigDecimal spendPerHour(Instant now) {
        return pods(now).stream()
                .map(pod -> perHour(pod, now))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros();
    }

    private static BigDecimal perHour(SimulatedPod pod, Instant now) {
        Phase phase = pod.phase(now);
        return phase == null
                ? BigDecimal.ZERO
                : pod.rates().gpuIn(phase).add(pod.rates().diskIn(phase));
    }

    public Charge charge(Instant from, Instant until) {
        return pods.stream().map(pod -> pod.charge(from, until)).reduce(Charge.NONE, Charge::plus);
    }
}
