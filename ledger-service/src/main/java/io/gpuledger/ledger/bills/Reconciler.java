package io.gpuledger.ledger.bills;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.event.Reconciled.Cause;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.Apportionment;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.bills.Metered.Share;
import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.Impulse;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.rating.Stretch;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// what is due for a resource, the lines of its bills -> adjustments, and what came of each line
public final class Reconciler {

    private final Resource resource;
    private final Due due;
    private final List<Impulse> adjustments;
    private final List<Reconciled> reconciled = new ArrayList<>();

    private Reconciler(Resource resource, Due due) {
        this.resource = resource;
        this.due = due;
        this.adjustments = new ArrayList<>(due.impulses());
    }

    /**
     * What was billed.
     *
     * @param name what it is called in the books where nothing was metered of it
     * @param known up to when the ledger has been told of the account
     */
    public record Resource(
            AccountRef account, String name, @Nullable Instant known) {}

    /** All that is due, the adjustments included, and what came of each line. */
    public record Settled(Due due, List<Reconciled> reconciled) {}

    /** Whatever the order the lines came in, the same. */
    public static Settled settle(Resource resource, Due due, BillBook bills) {
        Reconciler reconciler = new Reconciler(resource, due);
        List<BillLine> lines = List.copyOf(bills.lines().values());
        Period.of(ofKind(lines, BillLine.Kind.USAGE)).forEach(reconciler::usage);
        ofKind(lines, BillLine.Kind.CREDIT).forEach(reconciler::credit);
        return new Settled(new Due(due.stretches(), reconciler.adjustments), List.copyOf(reconciler.reconciled));
    }

    private static List<BillLine> ofKind(List<BillLine> lines, BillLine.Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).toList();
    }

    /** Lines of one period share what was metered in it, and what other lines bill within it, by their amounts. */
    private void usage(Period period) {
        Metered metered = Metered.in(period.own(), due.stretches());
        Metered whose = metered.weights().isEmpty() ? whose(period.span()) : metered;
        List<BigInteger> amounts =
                period.lines().stream().map(line -> line.amount().units().abs()).toList();
        List<BigInteger> by = amounts.stream().allMatch(amount -> amount.signum() == 0)
                ? amounts.stream().map(amount -> BigInteger.ONE).toList()
                : amounts;
        List<BigInteger> within = Apportionment.split(period.within().units(), by);
        List<BigInteger> costs = Apportionment.split(metered.cost().units(), by);
        List<BigInteger> gpuTimes = Apportionment.split(metered.gpuTime().units(), by);
        boolean wholly = isWhollyMetered(period);
        for (int i = 0; i < amounts.size(); i++) {
            BillLine line = period.lines().get(i);
            Money billed = line.amount().minus(new Money(within.get(i)));
            Causes.Compared compared = new Causes.Compared(
                    billed, new Money(costs.get(i)), line.gpuTime(), new GpuTime(gpuTimes.get(i)), wholly);
            tell(line, compared, due.stretches().isEmpty() ? Cause.UNKNOWN_RESOURCE : Causes.of(compared), whose);
            adjust(line, billed.minus(compared.metered()), whose);
        }
    }

    /** Who had the resource in a time, or nearest to it. */
    private Metered whose(Span time) {
        Metered then = Metered.in(List.of(time), due.stretches());
        return then.weights().isEmpty() ? Metered.nearest(time, due.stretches()) : then;
    }

    private boolean isWhollyMetered(Period period) {
        long billed = period.own().stream()
                .mapToLong(span -> span.until() - span.from())
                .sum();
        long ran = due.stretches().stream()
                .filter(stretch -> stretch.charge().cell().component() == Component.COMPUTE)
                .map(Stretch::span)
                .distinct()
                .flatMap(span -> period.own().stream().map(span::within))
                .filter(span -> !span.isEmpty())
                .mapToLong(span -> span.until() - span.from())
                .sum();
        return billed > 0 && ran >= billed;
    }

    private void credit(BillLine line) {
        Metered whose = whose(Period.span(line));
        tell(
                line,
                new Causes.Compared(line.amount(), Money.ZERO, line.gpuTime(), GpuTime.ZERO, true),
                Cause.CREDIT,
                whose);
        adjust(line, line.amount(), whose);
    }

    private void tell(BillLine line, Causes.Compared compared, Cause cause, Metered whose) {
        reconciled.add(new Reconciled(
                line.account(),
                line.line(),
                told(line),
                line.resource(),
                line.kind(),
                whose.owner(),
                line.from(),
                line.until(),
                compared.billed(),
                compared.metered(),
                compared.gpuBilled(),
                compared.gpuMetered(),
                cause));
    }

    private Instant told(BillLine line) {
        Instant known = resource.known();
        return known != null && known.isAfter(line.at()) ? known : line.at();
    }

    /** At the first instant of the period, to the last unit; what nobody ever used belongs to nobody. */
    private void adjust(BillLine line, Money difference, Metered whose) {
        if (difference.signum() == 0) {
            return;
        }
        List<BigInteger> weights = whose.weights();
        List<Share> shares = weights.isEmpty() ? List.of(nobody(line)) : whose.shares();
        List<BigInteger> parts =
                Apportionment.split(difference.units(), weights.isEmpty() ? List.of(BigInteger.ONE) : weights);
        long at = line.from().toEpochMilli();
        for (int i = 0; i < parts.size(); i++) {
            Share share = shares.get(i);
            if (parts.get(i).signum() != 0) {
                adjustments.add(new Impulse(
                        at,
                        name(Period.span(line)),
                        share.cell(),
                        PriceSource.BILLED,
                        share.use(),
                        share.job(),
                        new Money(parts.get(i)),
                        line.id()));
            }
        }
    }

    private Share nobody(BillLine line) {
        return new Share(
                new Cell(
                        Cell.UNATTRIBUTED,
                        null,
                        null,
                        resource.account(),
                        null,
                        line.sku(),
                        Tier.ON_DEMAND,
                        Component.ADJUSTMENT),
                null,
                null);
    }

    /** What the resource was called last in the period, or ever. */
    private String name(Span period) {
        Optional<Stretch> last = due.stretches().stream()
                .filter(stretch -> !stretch.span().within(period).isEmpty())
                .reduce((earlier, later) -> later);
        return last.or(() -> due.stretches().stream().reduce((earlier, later) -> later))
                .map(Stretch::name)
                .orElse(resource.name());
    }
}
