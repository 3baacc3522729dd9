package io.gpuledger.ledger.query;

import io.gpuledger.common.event.Component;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.BookedStep;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.books.Total;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// steps, a question -> rows: each step is added to the lines of its group, and each window is read off them
public final class Reporter {

    private final CostQuestion question;
    private final Map<List<String>, Lines> groups = new LinkedHashMap<>();
    private final Lines whole = new Lines();

    public Reporter(CostQuestion question) {
        this.question = question;
    }

    public void add(BookedStep step) {
        boolean wanted = step.at() < question.until().toEpochMilli()
                && question.filters().entrySet().stream()
                        .allMatch(filter -> filter.getKey().of(step).equals(filter.getValue()));
        if (wanted) {
            List<String> group =
                    question.groupBy().stream().map(by -> by.of(step)).toList();
            Component component = step.cell().component();
            groups.computeIfAbsent(group, g -> new Lines()).step(component, step.at(), step.rates());
            whole.step(component, step.at(), step.rates());
        }
    }

    public CostAnswer answer(@Nullable Instant ledgerTime) {
        List<Instant> cuts = question.windows() == null
                ? List.of(question.from(), question.until())
                : question.windows().cuts(question.from(), question.until());
        InvalidValue.unless(
                (long) groups.size() * (cuts.size() - 1) <= CostQuestion.ROWS_MAX,
                "groupBy, window",
                "would give more than " + CostQuestion.ROWS_MAX + " rows");
        List<CostAnswer.Row> rows = new ArrayList<>();
        named().values().forEach(lines -> {
            for (int i = 1; i < cuts.size(); i++) {
                CostAnswer.Row row = row(lines.group(), lines.lines(), cuts.get(i - 1), cuts.get(i));
                if (row.cost().signum() != 0 || row.gpuTime().signum() != 0) {
                    rows.add(row);
                }
            }
        });
        CostAnswer.Row total = row(Map.of(), whole, question.from(), question.until());
        return new CostAnswer(question.from(), question.until(), ledgerTime, rows, total);
    }

    private record Group(Map<String, String> group, Lines lines) {}

    private Map<String, Group> named() {
        Map<String, Group> named = new TreeMap<>();
        groups.forEach((values, lines) -> {
            Map<String, String> group = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                group.put(question.groupBy().get(i).word(), values.get(i));
            }
            named.put(String.join("\u0000", values), new Group(group, lines));
        });
        return named;
    }

    private static CostAnswer.Row row(Map<String, String> group, Lines lines, Instant from, Instant until) {
        long begin = from.toEpochMilli();
        long end = until.toEpochMilli();
        Total total = lines.between(begin, end);
        Map<Component, Money> components = new TreeMap<>();
        lines.byComponent(begin, end).forEach((component, part) -> components.put(component, part.cost()));
        return new CostAnswer.Row(
                group,
                from,
                until,
                total.cost(),
                components,
                total.gpuTime(),
                total.unpriced(),
                total.costPerGpuHour());
    }
}
