package io.gpuledger.ledger.rating;

import io.gpuledger.common.config.AssumedPrice;
import io.gpuledger.common.config.Metering;
import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.config.resource.Settings;
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
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// segments -> what is due: a running pod pays compute and storage, a stopped one storage, a gone one nothing
public final class Rater {

    private final Owners owners;
    private final Map<String, HourlyRate> assumed;
    private final Metering metering;
    private final String version;

    /** @param metering absent means the defaults */
    public Rater(Owners owners, List<AssumedPrice> assumed, @Nullable Metering metering) {
        this.owners = owners;
        this.metering = metering == null ? Metering.DEFAULTS : metering;
        this.assumed = assumed.stream().collect(Collectors.toMap(AssumedPrice::sku, AssumedPrice::perGpuHour));
        this.version =
                Integer.toHexString((owners + "|" + new TreeMap<>(this.assumed) + "|" + this.metering).hashCode());
    }

    public static Rater of(Settings settings) {
        return new Rater(new Owners(settings.owners()), settings.assumedPrices(), settings.metering());
    }

    /** The same for the same configuration; another when charges may differ. */
    public String version() {
        return version;
    }

    /** How silence is met, and what is believed. */
    public Metering metering() {
        return metering;
    }

    /// segments -> what is due for them
    public Due rate(AccountRef account, List<Segment> segments, PriceLists lists) {
        List<Stretch> stretches = new ArrayList<>();
        for (Segment segment : segments) {
            for (Span piece : pieces(account, segment, lists)) {
                rate(account, segment, piece, lists, stretches);
            }
        }
        return Due.of(stretches);
    }

    private void rate(AccountRef account, Segment segment, Span piece, PriceLists lists, List<Stretch> stretches) {
        Sight sight = segment.sight();
        for (Charge charge : charges(account, sight, piece.from(), lists)) {
            Charge due = segment.estimated() ? charge.held() : charge;
            stretches.add(new Stretch(piece, sight.name(), due, sight.cause()));
        }
    }

    /** A span cut where what it is rated by changes. */
    private List<Span> pieces(AccountRef account, Segment segment, PriceLists lists) {
        Span span = segment.span();
        NavigableSet<Long> cuts = new TreeSet<>();
        owners.addChanges(cuts);
        if (segment.sight().state() == PodState.RUNNING) {
            lists.addChanges(account.provider(), cuts);
        }
        return pieces(span, cuts);
    }

    private static List<Span> pieces(Span span, NavigableSet<Long> cuts) {
        List<Span> pieces = new ArrayList<>();
        long from = span.from();
        for (long cut : cuts.subSet(span.from(), false, span.until(), false)) {
            pieces.add(new Span(from, cut));
            from = cut;
        }
        pieces.add(new Span(from, span.until()));
        return pieces;
    }

    /// a job's record -> what is due for the GPUs it held, by its own price, else by the one listed at each instant
    public Due rate(JobRecorded job, PriceLists lists) {
        NavigableSet<Long> cuts = new TreeSet<>();
        if (job.pricePerGpuHour() == null) {
            lists.addChanges(job.account().provider(), cuts);
        }
        Span span = new Span(job.from().toEpochMilli(), job.until().toEpochMilli());
        return Due.of(pieces(span, cuts).stream()
                .map(piece -> new Stretch(
                        piece, job.job(), charge(job, lists, piece.from()).heldBy(job.job()), job.id()))
                .toList());
    }

    private List<Charge> charges(AccountRef account, Sight sight, long at, PriceLists lists) {
        List<Charge> charges = new ArrayList<>(2);
        if (sight.state() == PodState.RUNNING) {
            charges.add(compute(account, sight, at, lists));
            addStorage(charges, cell(account, sight, at, Component.STORAGE), sight.storageRunning());
        } else if (sight.state() == PodState.STOPPED) {
            addStorage(charges, cell(account, sight, at, Component.STORAGE), sight.storageStopped());
        }
        return charges;
    }

    private Charge charge(JobRecorded job, PriceLists lists, long at) {
        Cell cell = new Cell(
                job.owner(), job.project(), null, job.account(), null, job.sku(), job.tier(), Component.COMPUTE);
        return job.pricePerGpuHour() == null
                ? listedOrAssumed(cell, job.milliGpus(), lists, at)
                : Charge.of(cell, PriceSource.OBSERVED, times(job.pricePerGpuHour(), job.milliGpus()), job.milliGpus());
    }

    /** By the price observed, where it is believed; else the one listed; else the one assumed; else by none. */
    private Charge compute(AccountRef account, Sight sight, long at, PriceLists lists) {
        Cell cell = cell(account, sight, at, Component.COMPUTE);
        if (sight.price() != null && disbelief(account, sight, lists, at) == null) {
            return Charge.of(cell, PriceSource.OBSERVED, sight.price(), sight.milliGpus());
        }
        return listedOrAssumed(cell, sight.milliGpus(), lists, at);
    }

    private Charge listedOrAssumed(Cell cell, long milliGpus, PriceLists lists, long at) {
        HourlyRate listed = lists.perGpu(cell.account().provider(), cell.sku(), cell.tier(), at);
        return listed != null
                ? Charge.of(cell, PriceSource.CATALOGUE, times(listed, milliGpus), milliGpus)
                : assumedOrUnpriced(cell, cell.sku(), milliGpus);
    }

    /** Why an observed price is not believed at an instant; absent where it is, or where none was observed. */
    public @Nullable String disbelief(AccountRef account, Sight sight, PriceLists lists, long at) {
        if (sight.price() == null) {
            return null;
        }
        if (sight.price().nanoDollars() < 0) {
            return "price must not be negative";
        }
        if (sight.price().compareTo(HourlyRate.PER_POD_MAX) > 0) {
            return "price must be at most " + HourlyRate.PER_POD_MAX;
        }
        HourlyRate listed = lists.perGpu(account.provider(), sight.sku(), sight.tier(), at);
        return listed == null || sight.milliGpus() == 0
                ? null
                : beyondTheListed(sight.price(), times(listed, sight.milliGpus()));
    }

    private @Nullable String beyondTheListed(HourlyRate price, HourlyRate listed) {
        BigDecimal factor = metering.plausibleFactorInForce();
        return price.dollars().compareTo(listed.dollars().multiply(factor)) <= 0
                ? null
                : "price must not be more than " + factor.toPlainString() + " times the listed " + listed;
    }

    private Charge assumedOrUnpriced(Cell cell, @Nullable String sku, long milliGpus) {
        HourlyRate perGpu = sku == null ? null : assumed.get(sku);
        return perGpu == null
                ? Charge.unpriced(cell, milliGpus)
                : Charge.of(cell, PriceSource.ASSUMED, times(perGpu, milliGpus), milliGpus);
    }

    private static void addStorage(List<Charge> charges, Cell cell, HourlyRate rate) {
        if (!rate.isZero()) {
            charges.add(Charge.of(cell, PriceSource.CATALOGUE, rate, 0));
        }
    }

    private Cell cell(AccountRef account, Sight sight, long at, Component component) {
        OwnerRule owner = owners.of(account, sight, at);
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

    /** Where a pod's compute stands at an instant, before jobs share it. */
    public Cell computeCell(AccountRef account, Sight sight, long at) {
        return cell(account, sight, at, Component.COMPUTE);
    }

    /** The span around an instant in which rules of owners do not change. */
    public Span ownersHoldAt(long at) {
        NavigableSet<Long> changes = new TreeSet<>();
        owners.addChanges(changes);
        Long from = changes.floor(at);
        Long until = changes.higher(at);
        return new Span(from == null ? Long.MIN_VALUE : from, until == null ? Span.OPEN : until);
    }

    private static HourlyRate times(HourlyRate perGpu, long milliGpus) {
        return HourlyRate.ofDollars(perGpu.dollars().multiply(BigDecimal.valueOf(milliGpus, 3)));
    }
}
