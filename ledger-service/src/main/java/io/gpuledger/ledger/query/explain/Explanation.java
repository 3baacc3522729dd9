package io.gpuledger.ledger.query.explain;

import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.query.cost.PartialCosts.Group;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An amount taken apart.
 *
 * @param until the end of what is explained: the end asked for, or ledger time where that is earlier
 * @param asKnownAt the instant whose knowledge this answers from; absent where it is all that is known
 * @param owners what each owner's part of the amount is, the largest first
 * @param parts pods and jobs of the page asked for, the dearest first
 * @param partsInAll pods and jobs of all pages
 * @param next the offset of the next page; absent on the last
 */
public record Explanation(
        Instant from,
        Instant until,
        @Nullable Instant ledgerTime,
        @Nullable Instant asKnownAt,
        Money cost,
        List<Share> owners,
        List<Part> parts,
        int partsInAll,
        @Nullable Integer next) {

    /** What an owner's part is. */
    public record Share(String owner, Money cost) {}

    public static Explanation of(ExplainQuestion question, PartialExplanation found, @Nullable Instant ledgerTime) {
        question.costs().checkAgainst(found.costs().foldedUntil());
        Map<String, Money> owners = new TreeMap<>();
        int all = 0;
        for (Group group : found.costs().groups()) {
            if (!group.isNothing()) {
                owners.merge(group.values().getFirst(), group.cost(), Money::plus);
                all++;
            }
        }
        int end = Math.min(all, question.page().offset() + question.page().limit());
        return new Explanation(
                question.costs().from(),
                question.costs().until(),
                ledgerTime,
                question.costs().asKnownAt(),
                owners.values().stream().reduce(Money.ZERO, Money::plus),
                owners.entrySet().stream()
                        .map(owner -> new Share(owner.getKey(), owner.getValue()))
                        .sorted(Comparator.comparing(Share::cost).reversed().thenComparing(Share::owner))
                        .toList(),
                found.parts().stream()
                        .sorted(Comparator.comparing(Part::cost)
                                .reversed()
                                .thenComparing(part -> part.owner() + "/" + part.pod() + "/" + part.job()))
                        .skip(question.page().offset())
                        .limit(question.page().limit())
                        .toList(),
                all,
                end < all ? end : null);
    }
}
