package io.gpuledger.pricing.provider.runpod;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/**
 * What disks cost; the provider lists it in prose only, so it is kept as a file with its source and date.
 *
 * @param containerRunning US dollars per GB and month of container disk while the pod runs; erased when it stops
 * @param volumeRunning the same for its volume
 * @param volumeStopped the same for its volume while the pod is stopped
 * @param hoursPerMonth hours a month is counted as
 */
record StoragePrices(
        String source,
        String date,
        BigDecimal containerRunning,
        BigDecimal volumeRunning,
        BigDecimal volumeStopped,
        BigDecimal hoursPerMonth) {

    StoragePrices {
        InvalidValue.unless(containerRunning.signum() >= 0, "containerRunning", "must not be negative");
        InvalidValue.unless(volumeRunning.signum() >= 0, "volumeRunning", "must not be negative");
        InvalidValue.unless(volumeStopped.signum() >= 0, "volumeStopped", "must not be negative");
        InvalidValue.unless(hoursPerMonth.signum() > 0, "hoursPerMonth", "must be above zero");
    }

    static StoragePrices shipped() {
        try (InputStream in = Objects.requireNonNull(
                StoragePrices.class.getResourceAsStream("/io/gpuledger/pricing/runpod-storage-prices.yaml"),
                "runpod-storage-prices.yaml is missing")) {
            return YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .readValue(in, StoragePrices.class);
        } catch (IOException e) {
            throw new IllegalStateException("the shipped storage prices cannot be read", e);
        }
    }

    HourlyRate running(long containerGb, long volumeGb) {
        return perHour(containerRunning
                .multiply(BigDecimal.valueOf(containerGb))
                .add(volumeRunning.multiply(BigDecimal.valueOf(volumeGb))));
    }

    HourlyRate stopped(long volumeGb) {
        return perHour(volumeStopped.multiply(BigDecimal.valueOf(volumeGb)));
    }

    private HourlyRate perHour(BigDecimal perMonth) {
        return HourlyRate.ofDollars(perMonth.divide(hoursPerMonth, MathContext.DECIMAL64));
    }
}
