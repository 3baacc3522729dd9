package io.gpuledger.ledger.query.cost;

import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// the sum of all partial answers -> rows, shares and their total
public final class Report {

    private static final int SHARE_DIGITS = 6;

    /** More rows than this are worth more than one processor. */
    private static final int ROWS_AT_ONCE = 500;

    private final CostQuestion question;
    private final List<Instant> cuts;
    private final List<Line> lines = new ArrayList<>();
    private final Amounts total;
    private final Money whole;

    private record Line(List<String> values, int window, Amounts amounts, Money cost) {}

    public Report(CostQuestion question, PartialCosts costs) {
        this.question = question;
        this.cuts = question.cuts();
        question.checkAgainst(costs.foldedUntil());
        for (PartialCosts.Group group : costs.groups()) {
            for (int window = 0; window < group.windows().size(); window++) {
                Amounts amounts = group.windows().get(window);
                if (!amounts.isNothing()) {
                    lines.add(new Line(group.values(), window, amounts, amounts.cost()));
                }
            }
        }
        this.total = Amounts.sum(lines.stream().map(Line::amounts).toList());
        this.whole = total.cost();
    }

    /** The page of the rows, in the order of their groups and windows or with the largest cost first. */
    public CostAnswer answer(Page page, @Nullable Instant ledgerTime) {
        lines.sort(
                page.largestFirst()
                        ? Comparator.comparing(Line::cost).reversed().thenComparing(Report::byGroup)
                        : Report::byGroup);
        int end = Math.min(lines.size(), page.offset() + page.limit());
        List<Line> wanted = lines.subList(Math.min(page.offset(), end), end);
        List<CostAnswer.Row> rows = (wanted.size() > ROWS_AT_ONCE ? wanted.parallelStream() : wanted.stream())
                .map(line -> row(named(line.values), line.window, line.window + 1, line.amounts))
                .toList();
        return new CostAnswer(
                question.from(),
                question.until(),
                ledgerTime,
                question.asKnownAt(),
                rows,
                lines.size(),
                end < lines.size() ? end : null,
                row(Map.of(), 0, cuts.size() - 1, total));
    }

    /** By the values one after the other, then in time order. */
    private static int byGroup(Line one, Line other) {
        for (int i = 0; i < one.values.size(); i++) {
            int order = one.values.get(i).compareTo(other.values.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.window, other.window);
    }

    private Map<String, String> named(List<String> values) {
        Map<String, String> group = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            group.put(question.groupBy().get(i).word(), values.get(i));
        }
        return group;
    }

    private CostAnswer.Row row(Map<String, String> group, int from, int until, Amounts amounts) {
        Money cost = amounts.cost();
        Money direct = amounts.direct();
        GpuTime gpuTime = amounts.gpuTime();
        HourlyRate perGpuHour = gpuTime.costPerHour(direct);
        return new CostAnswer.Row(
                group,
                cuts.get(from),
                cuts.get(until),
                cost,
                amounts.components(),
                gpuTime,
                amounts.allocated(),
                amounts.unpriced(),
                perGpuHour,
                direct.equals(cost) ? perGpuHour : gpuTime.costPerHour(cost),
                share(cost, whole),
                amounts.estimated().signum() == 0 ? null : share(amounts.estimated(), cost),
                amounts.reconciled().signum() == 0 ? null : share(amounts.reconciled(), direct),
                amounts.isReconciled() ? CostAnswer.State.RECONCILED : CostAnswer.State.PROVISIONAL);
    }

    private static @Nullable BigDecimal share(Money part, Money whole) {
        return whole.signum() == 0
                ? null
                : new BigDecimal(part.units())
                        .divide(new BigDecimal(whole.units()), SHARE_DIGITS, RoundingMode.HALF_EVEN);
    }
}
