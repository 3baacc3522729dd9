package io.gpuledger.simulator.scenario;

import java.math.BigDecimal;

/**
 * What disks cost.
 *
 * @param runningPerGbMonth US dollars per GB and month for container disk and volume of a running pod
 * @param stoppedPerGbMonth US dollars per GB and month for the volume of a stopped pod; its container disk is erased
 * @param hoursPerMonth hours a month is counted as
 */
public record StoragePrices(BigDecimal runningPerGbMonth, BigDecimal stoppedPerGbMonth, BigDecimal hoursPerMonth) {
    public StoragePrices {
        Broken.unless(runningPerGbMonth != null, "storage.runningPerGbMonth", "is required");
        Broken.unless(stoppedPerGbMonth != null, "storage.stoppedPerGbMonth", "is required");
        Broken.unless(
                hoursPerMonth != null && hoursPerMonth.signum() > 0, "storage.hoursPerMonth", "must be above zero");
    }
}
