package io.gpuledger.ledger.query.reconciliation;

import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.event.Reconciled.Cause;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.measure.Bills;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.cost.PartialCosts;
import io.gpuledger.ledger.query.reconciliation.ReconciliationAnswer.Line;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How far bills and the ledger agree. */
public final class Reconciliations {

    /** Lines shown of those that differ, and of the credits. */
    public static final int LIMIT_DEFAULT = 20;

    public static final int LIMIT_MAX = 1_000;

    private static final int PERCENT_DIGITS = 4;
    private static final int SHARE_DIGITS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> METERED =
            Set.of(word(Component.COMPUTE), word(Component.STORAGE), word(Component.NETWORK));
    private static final Comparator<Line> WORST_FIRST = Comparator.<Line, BigInteger>comparing(
                    line -> line.difference().units().abs())
            .reversed()
            .thenComparing(Line::line);
    private static final Comparator<Line> LATEST_FIRST =
            Comparator.comparing(Line::from).reversed().thenComparing(Line::line);

    private final BooksOnHand books;

    public Reconciliations(BooksOnHand books) {
        this.books = books;
    }

    /** @param limit lines shown at most, of those that differ and of the credits */
    public ReconciliationAnswer answer(ReconciliationQuestion question, int limit) {
        List<Reconciled> found = books.ask(question).stream()
                .flatMap(part -> part.lines().stream())
                .toList();
        List<Reconciled> usage = of(found, BillLine.Kind.USAGE);
        List<Reconciled> credits = of(found, BillLine.Kind.CREDIT);
        List<Reconciled> differing =
                usage.stream().filter(line -> line.cause() != Cause.NONE).toList();
        Money billed = sum(usage, Reconciled::billed);
        Money metered = sum(usage, Reconciled::metered);
        return new ReconciliationAnswer(
                question.from(),
                question.until(),
                books.ledgerTime(),
                usage.size(),
                billed,
                metered,
                billed.minus(metered),
                accuracy(usage),
                share(question, usage),
                lines(differing, WORST_FIRST, limit),
                differing.size(),
                sum(credits, Reconciled::billed),
                lines(credits, LATEST_FIRST, limit),
                credits.size());
    }

    private static List<Reconciled> of(List<Reconciled> lines, BillLine.Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).toList();
    }

    private static Money sum(List<Reconciled> lines, Function<Reconciled, Money> amount) {
        return lines.stream().map(amount).reduce(Money.ZERO, Money::plus);
    }

    private static List<Line> lines(List<Reconciled> lines, Comparator<Line> order, int limit) {
        return lines.stream().map(Line::of).sorted(order).limit(limit).toList();
    }

    private static @Nullable BigDecimal accuracy(List<Reconciled> usage) {
        Bills bills = usage.stream()
                .map(line -> Bills.line(line.billed(), line.metered(), line.gpuBilled()))
                .reduce(Bills.NONE, Bills::plus);
        BigDecimal error = share(bills.off(), bills.billed(), PERCENT_DIGITS + 2);
        return error == null ? null : HUNDRED.subtract(error.movePointRight(2)).max(BigDecimal.ZERO);
    }

    private @Nullable BigDecimal share(ReconciliationQuestion question, List<Reconciled> usage) {
        if (question.owner() != null) {
            return null;
        }
        Money covered = usage.stream()
                .filter(line -> !line.until().isAfter(question.until()))
                .map(Reconciled::metered)
                .reduce(Money.ZERO, Money::plus);
        return share(covered, metered(question), SHARE_DIGITS);
    }

    /** Everything metered in the range: neither adjustments nor overheads are. */
    private Money metered(ReconciliationQuestion question) {
        CostQuestion costs = new CostQuestion(
                question.from(),
                question.until(),
                List.of(Dimension.COMPONENT),
                question.account() == null ? Map.of() : Map.of(Dimension.ACCOUNT, question.account()),
                null,
                null);
        PartialCosts found = PartialCosts.sum(books.ask(costs));
        costs.checkAgainst(found.foldedUntil());
        return found.groups().stream()
                .filter(group -> METERED.contains(group.values().getFirst()))
                .map(PartialCosts.Group::cost)
                .reduce(Money.ZERO, Money::plus);
    }

    private static String word(Component component) {
        return component.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static @Nullable BigDecimal share(Money part, Money whole, int digits) {
        return whole.signum() <= 0
                ? null
                : new BigDecimal(part.units()).divide(new BigDecimal(whole.units()), digits, RoundingMode.HALF_EVEN);
    }
}
