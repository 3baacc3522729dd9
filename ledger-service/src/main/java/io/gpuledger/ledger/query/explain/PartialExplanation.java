package io.gpuledger.ledger.query.explain;

import io.gpuledger.ledger.query.cost.PartialCosts;
import java.util.ArrayList;
import java.util.List;

/**
 * What one partition, or several together, say to where an amount comes from.
 *
 * @param costs what every pod and job cost
 * @param parts the dearest of them, taken apart
 */
public record PartialExplanation(PartialCosts costs, List<Part> parts) {

    public static PartialExplanation sum(List<PartialExplanation> explanations) {
        List<Part> parts = new ArrayList<>();
        explanations.forEach(explanation -> parts.addAll(explanation.parts));
        return new PartialExplanation(
                PartialCosts.sum(
                        explanations.stream().map(PartialExplanation::costs).toList()),
                parts);
    }
}
