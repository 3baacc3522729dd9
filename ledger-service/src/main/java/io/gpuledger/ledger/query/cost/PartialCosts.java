package io.gpuledger.ledger.query.cost;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one partition, or several together, say to a question about cost.
 *
 * @param foldedUntil before this instant, in epoch milliseconds, only full hours are told apart;
 *     {@link Long#MIN_VALUE} where all is
 */
public record PartialCosts(List<Group> groups, long foldedUntil) {

    /**
     * The amounts of each window of the question, for one combination of the dimensions' values.
     *
     * @param values in the order of the question's dimensions; empty where there is none
     */
    public record Group(List<String> values, List<Amounts> windows) {

        /** Neither cost nor GPU time in any window. */
        @JsonIgnore
        public boolean isNothing() {
            return windows.stream().allMatch(Amounts::isNothing);
        }

        /** Of all windows. */
        public Money cost() {
            return windows.stream().map(Amounts::cost).reduce(Money.ZERO, Money::plus);
        }
    }

    public static PartialCosts sum(List<PartialCosts> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        Map<List<String>, List<Amounts>> sums = new HashMap<>();
        long foldedUntil = Long.MIN_VALUE;
        for (PartialCosts part : parts) {
            foldedUntil = Math.max(foldedUntil, part.foldedUntil);
            part.groups.forEach(group -> sums.merge(group.values, group.windows, PartialCosts::plus));
        }
        List<Group> groups = new ArrayList<>(sums.size());
        sums.forEach((values, windows) -> groups.add(new Group(values, windows)));
        return new PartialCosts(groups, foldedUntil);
    }

    private static List<Amounts> plus(List<Amounts> one, List<Amounts> other) {
        List<Amounts> sums = new ArrayList<>(one.size());
        for (int i = 0; i < one.size(); i++) {
            sums.add(one.get(i).plus(other.get(i)));
        }
        return sums;
    }
}
