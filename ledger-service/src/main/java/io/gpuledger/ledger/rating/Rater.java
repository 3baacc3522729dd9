package io.gpuledger.ledger.rating;

import io.gpuledger.common.config.AssumedPrice;
import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.value.HourlyRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// segments -> what is due: a running pod pays compute and storage, a stopped one storage, a gone one nothing
public final class Rater {

    private final Owners owners;
    private final Map<String, HourlyRate> assumed;
    private final String version;

    public Rater(Owners owners, List<AssumedPrice> assumed) {
        this.owners = owners;
        this.assumed = assumed.stream().collect(Collectors.toMap(AssumedPrice::sku, AssumedPrice::perGpuHour));
        this.version = Integer.toHexString((owners + "|" + new TreeMap<>(this.assumed)).hashCode());
    }

    /** The same for the same configuration; another when charges may differ. */
    public String version() {
        return version;
    }

    /// segments -> what is due for them
    public Due rate(AccountRef account, List<Segment> segments) {
        List<Stretch> stretches = new ArrayList<>();
        for (Segment segment : segments) {
            Sight sight = segment.sight();
            for (Charge charge : charges(account, sight)) {
                Charge due = segment.estimated() ? charge.held() : charge;
                stretches.add(new Stretch(segment.span(), sight.name(), due, sight.cause()));
            }
        }
        return Due.of(stretches);
    }

    /// a job's record -> what is due for the GPUs it held
    public Due rate(JobRecorded job) {
        Span span = new Span(job.from().toEpochMilli(), job.until().toEpochMilli());
        return Due.of(List.of(new Stretch(span, job.job(), charge(job), job.id())));
    }

    private List<Charge> charges(AccountRef account, Sight sight) {
        List<Charge> charges = new ArrayList<>(2);
        if (sight.state() == PodState.RUNNING) {
            charges.add(compute(account, sight));
            addStorage(charges, account, sight, sight.storageRunning());
        } else if (sight.state() == PodState.STOPPED) {
            addStorage(charges, account, sight, sight.storageStopped());
        }
        return charges;
    }

    private Charge charge(JobRecorded job) {
        Cell cell = new Cell(
                job.owner(), job.project(), null, job.account(), null, job.sku(), job.tier(), Component.COMPUTE);
        HourlyRate perGpu = job.pricePerGpuHour();
        return perGpu != null
                ? Charge.of(cell, PriceSource.OBSERVED, times(perGpu, job.milliGpus()), job.milliGpus())
                : assumedOrUnpriced(cell, job.sku(), job.milliGpus());
    }

    private Charge compute(AccountRef account, Sight sight) {
        Cell cell = cell(account, sight, Component.COMPUTE);
        return sight.price() != null
                ? Charge.of(cell, PriceSource.OBSERVED, sight.price(), sight.milliGpus())
                : assumedOrUnpriced(cell, sight.sku(), sight.milliGpus());
    }

    private Charge assumedOrUnpriced(Cell cell, @Nullable String sku, long milliGpus) {
        HourlyRate perGpu = sku == null ? null : assumed.get(sku);
        return perGpu == null
                ? Charge.unpriced(cell, milliGpus)
                : Charge.of(cell, PriceSource.ASSUMED, times(perGpu, milliGpus), milliGpus);
    }

    private void addStorage(List<Charge> charges, AccountRef account, Sight sight, HourlyRate rate) {
        if (!rate.isZero()) {
            charges.add(Charge.of(cell(account, sight, Component.STORAGE), PriceSource.CATALOGUE, rate, 0));
        }
    }

    private Cell cell(AccountRef account, Sight sight, Component component) {
        OwnerRule owner = owners.of(account, sight);
        return new Cell(
                owner.owner(),
                owner.project(),
                owner.costCentre(),
                account,
                sight.cluster(),
                sight.sku(),
                sight.tier(),
                component);
    }

    private static HourlyRate times(HourlyRate perGpu, long milliGpus) {
        return HourlyRate.ofDollars(perGpu.dollars().multiply(BigDecimal.valueOf(milliGpus, 3)));
    }
}
