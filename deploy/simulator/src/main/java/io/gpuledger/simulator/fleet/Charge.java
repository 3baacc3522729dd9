package io.gpuledger.simulator.fleet;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** US dollars for GPUs and for disks, exact: kept as dollars per hour times milliseconds. */
public record Charge(BigDecimal gpuUnits, BigDecimal diskUnits) {

    private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);
    private static final int SHOWN_DIGITS = 10;

    public static final Charge NONE = new Charge(BigDecimal.ZERO, BigDecimal.ZERO);

    public Charge plus(Charge other) {
        return new Charge(gpuUnits.add(other.gpuUnits), diskUnits.add(other.diskUnits));
    }

    public Charge times(BigDecimal factor) {
        return new Charge(gpuUnits.multiply(factor), diskUnits.multiply(factor));
    }

    public BigDecimal gpuDollars() {
        return dollars(gpuUnits);
    }

    public BigDecimal diskDollars() {
        return dollars(diskUnits);
    }

    public BigDecimal dollars() {
        return dollars(gpuUnits.add(diskUnits));
    }

    private static BigDecimal dollars(BigDecimal units) {
        return units.divide(MILLIS_PER_HOUR, SHOWN_DIGITS, RoundingMode.HALF_EVEN);
    }
}
