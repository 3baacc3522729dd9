package io.gpuledger.ledger.measure;

/** What can be measured. Each is described, with formula and source, in {@code docs/reference/measures.md}. */
public enum Measure {
    BILLED_GPU_HOURS("M1", "billedGpuHours", "GPU-hours"),
    ALLOCATED_GPU_HOURS("M2", "allocatedGpuHours", "GPU-hours"),
    COST_PER_GPU_HOUR("M3", "costPerGpuHour", "USD/GPU-hour"),
    COST_PER_GPU_HOUR_NORMALISED("M3", "costPerGpuHourNormalised", "USD/GPU-hour"),
    UTILISATION("M4", "utilisation", "%"),
    COST_PER_USEFUL_GPU_HOUR("M4", "costPerUsefulGpuHour", "USD/GPU-hour"),
    COST_PER_EPOCH("M5", "costPerEpoch", "USD/epoch"),
    COST_PER_THOUSAND_INFERENCES("M5", "costPerThousandInferences", "USD/1000 inferences"),
    BURN("M6", "burn", "USD/h"),
    BURN_MULTIPLE("M6", "burnMultiple", "x plan"),
    ORPHAN_RATE("M7", "orphanRate", "%"),
    SPOT_SHARE("M8", "spotShare", "%"),
    LOST_TO_PREEMPTION("M8", "lostToPreemption", "USD"),
    SPOT_COST_PER_KEPT_GPU_HOUR("M8", "spotCostPerKeptGpuHour", "USD/GPU-hour"),
    COST_DEVIATION("M9", "costDeviation", "USD/GPU-hour"),
    CHARGEBACK_ERROR("M10", "chargebackError", "%"),
    CHARGEBACK_ACCURACY("M10", "chargebackAccuracy", "%");

    private final String metric;
    private final String word;
    private final String unit;

    Measure(String metric, String word, String unit) {
        this.metric = metric;
        this.word = word;
        this.unit = unit;
    }

    /** M1 to M10. */
    public String metric() {
        return metric;
    }

    public String word() {
        return word;
    }

    public String unit() {
        return unit;
    }
}
