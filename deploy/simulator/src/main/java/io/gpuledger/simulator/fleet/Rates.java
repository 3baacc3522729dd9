package io.gpuledger.simulator.fleet;

import io.gpuledger.simulator.scenario.PodScript;
import io.gpuledger.simulator.scenario.Scenario;
import io.gpuledger.simulator.scenario.StoragePrices;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/**
 * US dollars per hour of a pod.
 *
 * @param gpu all GPUs while it runs
 * @param diskRunning container disk and volume while it runs
 * @param diskStopped the volume while it is stopped
 */
public record Rates(BigDecimal gpu, BigDecimal diskRunning, BigDecimal diskStopped) {

    static Rates of(Scenario scenario, PodScript pod) {
        StoragePrices storage = scenario.storage();
        return new Rates(
                scenario.pricePerHour(pod),
                perHour(pod.disk() + pod.volume(), storage.runningPerGbMonth(), storage.hoursPerMonth()),
                perHour(pod.volume(), storage.stoppedPerGbMonth(), storage.hoursPerMonth()));
    }

    private static BigDecimal perHour(int gb, BigDecimal perGbMonth, BigDecimal hours) {
        return perGbMonth.multiply(BigDecimal.valueOf(gb)).divide(hours, MathContext.DECIMAL64);
    }

    public BigDecimal gpuIn(Phase phase) {
        return phase == Phase.RUNNING ? gpu : BigDecimal.ZERO;
    }

    public BigDecimal diskIn(Phase phase) {
        return switch (phase) {
            case RUNNING -> diskRunning;
            case EXITED -> diskStopped;
            case TERMINATED -> BigDecimal.ZERO;
        };
    }

    Charge charge(Phase phase, Duration held) {
        BigDecimal millis = BigDecimal.valueOf(held.toMillis());
        return new Charge(gpuIn(phase).multiply(millis), diskIn(phase).multiply(millis));
    }
}
