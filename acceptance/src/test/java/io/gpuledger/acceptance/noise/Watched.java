package io.gpuledger.acceptance.noise;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.simulator.fleet.Fleet;
import io.gpuledger.simulator.fleet.Phase;
import io.gpuledger.simulator.fleet.SimulatedPod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A simulated fleet as polls of it tell. */
final class Watched {

    static final AccountRef ACCOUNT = new AccountRef("runpod", "main");

    private static final int ONE_GPU = 1_000;
    private static final int NANO_DOLLARS = 9;

    private final Fleet fleet;

    Watched(Fleet fleet) {
        this.fleet = fleet;
    }

    /** The pods and, behind them, the end of the poll. */
    List<PodEvent> poll(Instant at) {
        List<PodEvent> poll = new ArrayList<>();
        fleet.pods(at).forEach(pod -> poll.add(seen(pod, at)));
        poll.add(new PollCompleted(ACCOUNT, at, poll.size(), 0, 1));
        return poll;
    }

    AccountObserved account(Instant at) {
        return new AccountObserved(
                ACCOUNT,
                at,
                Money.ofDollars(rounded(fleet.balance(at))),
                perHour(fleet.spendPerHour(at)),
                perHour(fleet.scenario().account().spendLimit()));
    }

    static AccountObserved account(Instant at, String balance) {
        return new AccountObserved(ACCOUNT, at, Money.ofDollars(balance), null, null);
    }

    private static PodObserved seen(SimulatedPod pod, Instant at) {
        boolean runs = pod.phase(at) == Phase.RUNNING;
        return new PodObserved(
                ACCOUNT,
                pod.id(),
                at,
                runs ? PodState.RUNNING : PodState.STOPPED,
                pod.startedAt(at),
                pod.name(),
                pod.script().gpu(),
                ONE_GPU,
                Tier.ON_DEMAND,
                null,
                runs ? perHour(pod.rates().gpuIn(Phase.RUNNING)) : null,
                perHour(pod.rates().diskIn(Phase.RUNNING)),
                perHour(pod.rates().diskIn(Phase.EXITED)),
                runs ? pod.script().utilisation() : null,
                Map.of());
    }

    private static HourlyRate perHour(BigDecimal dollars) {
        return HourlyRate.ofDollars(rounded(dollars));
    }

    private static String rounded(BigDecimal dollars) {
        return dollars.setScale(NANO_DOLLARS, RoundingMode.HALF_EVEN).toPlainString();
    }
}
