package io.gpuledger.ledger.query.measures;

import io.gpuledger.common.event.Reading;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.ledger.measure.Bills;
import io.gpuledger.ledger.measure.Busy;
import io.gpuledger.ledger.measure.Facts;
import io.gpuledger.ledger.measure.Gauge;
import io.gpuledger.ledger.measure.Measure;
import io.gpuledger.ledger.measure.Spent;
import io.gpuledger.ledger.measure.Used;
import io.gpuledger.ledger.measure.Work;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.cost.PartialCosts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// the books, what is known beside cost -> readings of all measures, for every group and for the whole
public final class MeasureQuestions {

    private static final Map<Dimension, Scope.Kind> SCOPES = Map.of(
            Dimension.OWNER, Scope.Kind.OWNER,
            Dimension.ACCOUNT, Scope.Kind.ACCOUNT,
            Dimension.PROJECT, Scope.Kind.PROJECT,
            Dimension.COST_CENTRE, Scope.Kind.COST_CENTRE);

    private final BooksOnHand books;
    private final Plans plans;

    /** What is planned for a scope at an instant (epoch milliseconds). */
    public interface Plans {
        @Nullable HourlyRate planned(Scope scope, long at);
    }

    public MeasureQuestions(BooksOnHand books, Plans plans) {
        this.books = books;
        this.plans = plans;
    }

    public MeasureAnswer answer(MeasureQuestion question) {
        Sums sums = new Sums(question);
        sums.addRange(costs(sums.ofTheRange()));
        sums.addHours(costs(sums.ofItsHours()));
        Beside beside = beside(question);
        List<MeasureAnswer.Row> rows = new ArrayList<>();
        byText(sums.spent()).forEach((text, group) -> {
            Facts facts = facts(question, named(question, group.values), beside.of(group.values), group.spent);
            rows.add(row(question, group.values, with(facts, sums.hours(group.values))));
        });
        MeasureQuestion whole = question.ungrouped();
        Facts facts = facts(whole, Map.of(), beside(whole).of(List.of()), sums.spentInAll());
        return new MeasureAnswer(
                question.from(),
                question.until(),
                books.ledgerTime(),
                rows,
                row(whole, List.of(), with(facts, sums.hoursOfAll())));
    }

    private PartialCosts costs(CostQuestion question) {
        PartialCosts costs = PartialCosts.sum(books.ask(question));
        question.checkAgainst(costs.foldedUntil());
        return costs;
    }

    private record Group(List<String> values, Spent spent) {}

    private static Map<String, Group> byText(Map<List<String>, Spent> spent) {
        Map<String, Group> groups = new TreeMap<>();
        spent.forEach((values, one) -> groups.put(String.join("\u0000", values), new Group(values, one)));
        return groups;
    }

    /** What is known of one group beside its cost; absent where it cannot be told. */
    private record Known(
            @Nullable Busy busy,
            @Nullable Work work,
            @Nullable Bills bills) {}

    /** What is known of all groups; absent where it is not kept by their dimensions. */
    private record Beside(
            @Nullable Map<List<String>, Busy> busy,
            @Nullable Map<List<String>, Work> work,
            @Nullable Map<List<String>, Bills> bills) {

        Known of(List<String> group) {
            return new Known(
                    busy == null ? null : busy.getOrDefault(group, Busy.NEVER_SEEN),
                    work == null ? null : work.getOrDefault(group, Work.NONE),
                    bills == null ? null : bills.getOrDefault(group, Bills.NONE));
        }
    }

    private Beside beside(MeasureQuestion question) {
        return new Beside(
                kept(question, LooksQuestion.BY, () -> sum(new LooksQuestion(question), Busy::plus)),
                kept(question, WorkQuestion.BY, () -> sum(new WorkQuestion(question), Work::plus)),
                kept(question, BillsQuestion.BY, () -> sum(new BillsQuestion(question), Bills::plus)));
    }

    private <R, T> Map<List<String>, T> sum(RecordQuestion<R, Grouped<T>> question, BinaryOperator<T> plus) {
        return Grouped.sum(books.ask(question), plus);
    }

    private static <T> @Nullable T kept(MeasureQuestion question, Set<Dimension> by, Supplier<T> known) {
        Set<Dimension> asked = new HashSet<>(question.groupBy());
        asked.addAll(question.filters().keySet());
        return by.containsAll(asked) ? known.get() : null;
    }

    private Facts facts(MeasureQuestion question, Map<Dimension, String> group, Known known, Spent spent) {
        return new Facts(
                Duration.between(question.from(), question.until()).toMillis(),
                spent,
                List.of(),
                known.busy,
                known.work,
                known.bills,
                planned(question, group));
    }

    private static Facts with(Facts facts, List<Used> hours) {
        return new Facts(facts.millis(), facts.spent(), hours, facts.busy(), facts.work(), facts.bills(), facts.plan());
    }

    /** A group has a plan where it is a scope that may have a budget, and nothing narrower. */
    private @Nullable HourlyRate planned(MeasureQuestion question, Map<Dimension, String> group) {
        Map<Dimension, String> all = new EnumMap<>(Dimension.class);
        all.putAll(question.filters());
        all.putAll(group);
        long at = question.until().toEpochMilli() - 1;
        if (all.isEmpty()) {
            return plans.planned(Scope.ALL, at);
        }
        Map.Entry<Dimension, String> only = all.entrySet().iterator().next();
        Scope.Kind kind = SCOPES.get(only.getKey());
        return all.size() > 1 || kind == null || only.getValue().isBlank()
                ? null
                : plans.planned(new Scope(kind, only.getValue()), at);
    }

    private static Map<Dimension, String> named(MeasureQuestion question, List<String> values) {
        Map<Dimension, String> named = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            named.put(question.groupBy().get(i), values.get(i));
        }
        return named;
    }

    private static MeasureAnswer.Row row(MeasureQuestion question, List<String> values, Facts facts) {
        Map<String, String> group = new LinkedHashMap<>();
        named(question, values).forEach((dimension, value) -> group.put(dimension.word(), value));
        Map<String, Reading> readings = new LinkedHashMap<>();
        Map<Measure, Reading> read = Gauge.read(facts);
        read.forEach((measure, reading) -> readings.put(measure.word(), reading));
        return new MeasureAnswer.Row(group, readings);
    }
}
