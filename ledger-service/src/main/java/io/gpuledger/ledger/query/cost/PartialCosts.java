package io.gpuledger.ledger.query.cost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one partition, or several together, say to a question about cost. */
public record PartialCosts(List<Group> groups) {

    /**
     * The amounts of each window of the question, for one combination of the dimensions' values.
     *
     * @param values in the order of the question's dimensions; empty where there is none
     */
    public record Group(List<String> values, List<Amounts> windows) {}

    public static PartialCosts sum(List<PartialCosts> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        Map<List<String>, List<Amounts>> sums = new HashMap<>();
        for (PartialCosts part : parts) {
            part.groups.forEach(group -> sums.merge(group.values, group.windows, PartialCosts::plus));
        }
        List<Group> groups = new ArrayList<>(sums.size());
        sums.forEach((values, windows) -> groups.add(new Group(values, windows)));
        return new PartialCosts(groups);
    }

    private static List<Amounts> plus(List<Amounts> one, List<Amounts> other) {
        List<Amounts> sums = new ArrayList<>(one.size());
        for (int i = 0; i < one.size(); i++) {
            sums.add(one.get(i).plus(other.get(i)));
        }
        return sums;
    }
}
