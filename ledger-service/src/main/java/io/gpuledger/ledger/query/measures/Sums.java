package io.gpuledger.ledger.query.measures;

import io.gpuledger.common.event.Cell;
import io.gpuledger.ledger.measure.Spent;
import io.gpuledger.ledger.measure.Used;
import io.gpuledger.ledger.query.cost.Amounts;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.cost.PartialCosts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// partial answers to questions about cost -> what each group of a question about measures spent
final class Sums {

    private static final String SPOT = "spot";

    private final MeasureQuestion question;
    private final Map<List<String>, Spent> spent = new HashMap<>();
    private final Map<List<String>, List<Used>> hours = new HashMap<>();

    Sums(MeasureQuestion question) {
        this.question = question;
    }

    /** By owner and tier too: they tell what nobody owns, and what is spot. */
    CostQuestion ofTheRange() {
        List<Dimension> by = Stream.concat(question.groupBy().stream(), Stream.of(Dimension.OWNER, Dimension.TIER))
                .distinct()
                .toList();
        return new CostQuestion(question.from(), question.until(), by, question.filters(), null, null);
    }

    CostQuestion ofItsHours() {
        return new CostQuestion(
                question.from(), question.until(), question.groupBy(), question.filters(), question.windows(), null);
    }

    void addRange(PartialCosts costs) {
        List<Dimension> by = ofTheRange().groupBy();
        int owner = by.indexOf(Dimension.OWNER);
        int tier = by.indexOf(Dimension.TIER);
        for (PartialCosts.Group group : costs.groups()) {
            Amounts amounts = group.windows().getFirst();
            Used direct = direct(amounts);
            boolean orphan = group.values().get(owner).equals(Cell.UNATTRIBUTED);
            boolean spot = group.values().get(tier).equals(SPOT);
            spent.merge(
                    group.values().subList(0, question.groupBy().size()),
                    new Spent(
                            direct,
                            amounts.overhead(),
                            orphan ? direct.cost() : Used.NOTHING.cost(),
                            spot ? direct : Used.NOTHING,
                            amounts.allocated()),
                    Spent::plus);
        }
    }

    void addHours(PartialCosts costs) {
        costs.groups()
                .forEach(group -> hours.merge(
                        group.values(),
                        group.windows().stream().map(Sums::direct).toList(),
                        Sums::plus));
    }

    private static List<Used> plus(List<Used> one, List<Used> other) {
        List<Used> sums = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            sums.add(one.get(i).plus(other.get(i)));
        }
        return sums;
    }

    private static Used direct(Amounts amounts) {
        return new Used(amounts.cost().minus(amounts.overhead()), amounts.gpuTime());
    }

    Map<List<String>, Spent> spent() {
        return Collections.unmodifiableMap(spent);
    }

    Spent spentInAll() {
        return spent.values().stream().reduce(Spent.NOTHING, Spent::plus);
    }

    List<Used> hours(List<String> group) {
        return hours.getOrDefault(group, List.of());
    }

    List<Used> hoursOfAll() {
        return hours.values().stream().reduce(Sums::plus).orElse(List.of());
    }
}
