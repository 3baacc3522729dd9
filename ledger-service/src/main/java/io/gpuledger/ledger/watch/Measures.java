package io.gpuledger.ledger.watch;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.Crossing.Contributor;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.burn.Balance;
import io.gpuledger.ledger.burn.Runway;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a scope at an instant of ledger time. What is not known is absent: no rule fires on it, and none
 * clears.
 *
 * @param at the instant, epoch milliseconds
 * @param spent how far its budgets are spent, the furthest first
 * @param contributors the resources behind the cost of the span before {@code at}, largest first
 */
public record Measures(
        Scope scope,
        long at,
        Burn burn,
        List<Spent> spent,
        @Nullable Balance balance,
        @Nullable Runway runway,
        @Nullable Integer pollsFailed,
        Function<Duration, List<Contributor>> contributors) {

    /** Hours of a runway where nothing burns: more than any threshold, so that a rule that fired clears. */
    private static final BigDecimal ENDLESS = BigDecimal.valueOf(1_000_000);

    /** The values a rule looks at, in the order of its windows; empty where the metric is not known. */
    List<BigDecimal> of(Rule rule) {
        return switch (rule.metric()) {
            case BURN_MULTIPLE -> multiples(rule);
            case BUDGET_PERCENT ->
                spent.isEmpty() ? List.of() : List.of(spent.getFirst().percent());
            case BALANCE ->
                balance == null
                        ? List.of()
                        : List.of(balance.seen().balance().dollars(9).stripTrailingZeros());
            case RUNWAY -> runway == null ? List.of() : List.of(runway.hours() == null ? ENDLESS : runway.hours());
            case POLLS_FAILED -> pollsFailed == null ? List.of() : List.of(BigDecimal.valueOf(pollsFailed));
            default -> List.of();
        };
    }

    private List<BigDecimal> multiples(Rule rule) {
        return burn.plan() == null
                ? List.of()
                : rule.windows().stream()
                        .map(window -> burn.multiples().get(Rule.windowName(window)))
                        .filter(Objects::nonNull)
                        .toList();
    }
}
