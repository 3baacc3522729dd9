package io.gpuledger.ledger.measure;

import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.HourLooks;
import io.gpuledger.common.event.HourUsage;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// usage, looks, overheads, jobs and bills of a day -> the facts of every owner, and of all
public final class DayTally {

    private static final Duration DAY = Duration.ofDays(1);

    private final Map<Scope, Sums> scopes = new TreeMap<>(Comparator.comparing(Scope::key));

    public DayTally() {
        of(Scope.ALL);
    }

    /** What one scope comes to. */
    private static final class Sums {
        private Spent spent = Spent.NOTHING;
        private final NavigableMap<Instant, Used> hours = new TreeMap<>();
        private Busy busy = Busy.NEVER_SEEN;
        private Work work = Work.NONE;
        private Bills bills = Bills.NONE;
    }

    public void used(HourUsage usage) {
        Used direct = new Used(usage.cost(), usage.gpuTime());
        boolean orphan = usage.owner().equals(Cell.UNATTRIBUTED);
        Spent spent = new Spent(
                direct,
                Money.ZERO,
                orphan ? usage.cost() : Money.ZERO,
                usage.tier() == Tier.SPOT ? direct : Used.NOTHING,
                usage.allocated() == null ? GpuTime.ZERO : usage.allocated());
        for (Sums sums : ownerAndAll(usage.owner())) {
            sums.spent = sums.spent.plus(spent);
            sums.hours.merge(usage.from(), direct, Used::plus);
        }
    }

    /** What an owner bears of overheads. */
    public void bears(String owner, Money overhead) {
        Spent spent = new Spent(Used.NOTHING, overhead, Money.ZERO, Used.NOTHING, GpuTime.ZERO);
        ownerAndAll(owner).forEach(sums -> sums.spent = sums.spent.plus(spent));
    }

    public void looked(HourLooks looks) {
        Busy busy = new Busy(BigInteger.valueOf(looks.percents()), BigInteger.valueOf(looks.milliGpus()));
        ownerAndAll(looks.cell().owner()).forEach(sums -> sums.busy = sums.busy.plus(busy));
    }

    /** What an owner's job counted that ended in the day, and lost. */
    public void worked(String owner, Work work) {
        ownerAndAll(owner).forEach(sums -> sums.work = sums.work.plus(work));
    }

    /** A line of a bill whose period begins in the day; a credit says nothing of how good the meter is. */
    public void reconciled(Reconciled line) {
        if (line.kind() == BillLine.Kind.USAGE) {
            Bills bills = Bills.line(line.billed(), line.metered(), line.gpuBilled());
            ownerAndAll(line.owner()).forEach(sums -> sums.bills = sums.bills.plus(bills));
        }
    }

    /** By scope; what is planned is left out, because plans change and days that passed do not. */
    public Map<Scope, Facts> facts() {
        Map<Scope, Facts> facts = new TreeMap<>(Comparator.comparing(Scope::key));
        scopes.forEach((scope, sums) -> facts.put(
                scope,
                new Facts(
                        DAY.toMillis(),
                        sums.spent,
                        List.copyOf(sums.hours.values()),
                        sums.busy,
                        sums.work,
                        sums.bills,
                        null)));
        return facts;
    }

    private List<Sums> ownerAndAll(String owner) {
        return List.of(of(Scope.owner(owner)), of(Scope.ALL));
    }

    private Sums of(Scope scope) {
        return scopes.computeIfAbsent(scope, s -> new Sums());
    }
}
