package io.gpuledger.ledger.query.measures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** What one partition, or several together, say beside cost: a sum for each group of a question about measures. */
public record Grouped<T>(List<Group<T>> groups) {

    public Grouped {
        groups = List.copyOf(groups);
    }

    /** @param values in the order of the question's dimensions; empty where there is none */
    public record Group<T>(List<String> values, T sum) {}

    static <T> Grouped<T> of(Map<List<String>, T> sums) {
        List<Group<T>> groups = new ArrayList<>(sums.size());
        sums.forEach((values, sum) -> groups.add(new Group<>(values, sum)));
        return new Grouped<>(groups);
    }

    static <T> Map<List<String>, T> sum(List<Grouped<T>> parts, BinaryOperator<T> plus) {
        Map<List<String>, T> sums = new HashMap<>();
        parts.forEach(part -> part.groups.forEach(group -> sums.merge(group.values, group.sum, plus)));
        return sums;
    }
}
