package io.gpuledger.alert.meter;

import io.gpuledger.alert.vigil.Vigil;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;

/** Shows who cannot be reached, and how long ago a heartbeat was taken. */
public final class VigilMeter {

    private static final double MILLIS = 1_000;

    private final Vigil vigil;
    private final InstantSource clock;

    public VigilMeter(Vigil vigil, InstantSource clock) {
        this.vigil = vigil;
        this.clock = clock;
    }

    public void bindTo(MeterRegistry meters) {
        Gauge.builder("gpu_ledger_alert_receivers_failing", () -> vigil.failing(clock.instant()))
                .register(meters);
        Gauge.builder("gpu_ledger_alert_heartbeat_age_seconds", this::age).register(meters);
    }

    /** Not a number where none was ever taken. */
    private double age() {
        return vigil.lastBeat()
                .map(at -> Duration.between(at, clock.instant()).toMillis() / MILLIS)
                .orElse(Double.NaN);
    }
}
