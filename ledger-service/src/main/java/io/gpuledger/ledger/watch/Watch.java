package io.gpuledger.ledger.watch;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.budget.Budgets;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// rules, measures -> crossings; of rules on one metric the mildest is judged first, as a falling balance meets them
public final class Watch {

    private static final Duration CONTRIBUTORS_SPAN = Duration.ofHours(1);

    private final List<Rule> rules;

    public Watch(List<Rule> rules) {
        Comparator<Rule> mildestFirst = Comparator.comparing(
                rule -> rule.below() != null ? rule.threshold().negate() : rule.threshold());
        this.rules = rules.stream().sorted(mildestFirst).toList();
    }

    public boolean hasRule(String name) {
        return rules.stream().anyMatch(rule -> rule.name().equals(name));
    }

    /** Whether what fires is still looked at: its rule is there and for its scope, and so is a budget where it needs one. */
    public boolean watches(Crossing fires, Budgets budgets) {
        return rules.stream()
                .anyMatch(rule -> rule.name().equals(fires.rule())
                        && rule.isFor(fires.scope())
                        && metric(rule).equals(fires.metric())
                        && (!needsBudget(rule) || budgets.scopes().contains(fires.scope())));
    }

    private static boolean needsBudget(Rule rule) {
        return rule.metric() == Rule.Metric.BURN_MULTIPLE || rule.metric() == Rule.Metric.BUDGET_PERCENT;
    }

    private static String metric(Rule rule) {
        return rule.metric().name().toLowerCase(Locale.ROOT);
    }

    /** Where each rule's state for a scope is kept. */
    public interface States {
        RuleState of(Rule rule, Scope scope);

        void keep(Rule rule, Scope scope, RuleState state);
    }

    /** Where crossings go. */
    public interface Told {
        void crossing(Crossing crossing);
    }

    /** Judges every rule of the wanted kind that is for the measured scope. */
    public void judge(Measures measures, boolean balanceRules, States states, Told told) {
        for (Rule rule : rules) {
            if (rule.isFor(measures.scope()) && (rule.metric() == Rule.Metric.BALANCE) == balanceRules) {
                judge(rule, measures, states, told);
            }
        }
    }

    private static void judge(Rule rule, Measures measures, States states, Told told) {
        List<BigDecimal> values = measures.of(rule);
        RuleState before = states.of(rule, measures.scope());
        RuleState now = Judge.next(rule, values, before, measures.at());
        if (now.equals(before)) {
            return;
        }
        states.keep(rule, measures.scope(), now);
        if (now.isFiring() != before.isFiring()) {
            long since = now.isFiring() ? now.since() : before.since();
            told.crossing(crossing(rule, measures, telling(rule, values, now), now.isFiring(), since));
        }
    }

    /** Over the first window when it fires; the value that is furthest back within bounds when it clears. */
    private static BigDecimal telling(Rule rule, List<BigDecimal> values, RuleState now) {
        if (now.isFiring()) {
            return values.getFirst();
        }
        return rule.above() != null ? Collections.min(values) : Collections.max(values);
    }

    private static Crossing crossing(Rule rule, Measures measures, BigDecimal value, boolean firing, long since) {
        Duration span =
                rule.windows().isEmpty() ? CONTRIBUTORS_SPAN : rule.windows().getFirst();
        return new Crossing(
                rule.name(),
                measures.scope(),
                Instant.ofEpochMilli(measures.at()),
                firing ? Crossing.State.FIRING : Crossing.State.RESOLVED,
                Instant.ofEpochMilli(since),
                rule.severity(),
                metric(rule),
                value,
                rule.threshold(),
                rule.metric().unit(),
                rule.windows().stream().map(Rule::windowName).toList(),
                measures.burn().now(),
                atStake(rule, measures),
                hoursLeft(rule, measures),
                measures.contributors().apply(span),
                rule.labels(),
                Summary.of(rule, measures, value, firing),
                rule.runbook(),
                null,
                null);
    }

    private static @Nullable Money atStake(Rule rule, Measures measures) {
        return switch (rule.metric()) {
            case BALANCE, RUNWAY, POLLS_FAILED ->
                measures.runway() == null ? null : measures.runway().balance();
            case BURN_MULTIPLE, BUDGET_PERCENT ->
                measures.spent().isEmpty() ? null : measures.spent().getFirst().left();
            default -> null;
        };
    }

    private static @Nullable BigDecimal hoursLeft(Rule rule, Measures measures) {
        if (measures.runway() != null) {
            return measures.runway().hours();
        }
        if (rule.metric() == Rule.Metric.POLLS_FAILED || measures.spent().isEmpty()) {
            return null;
        }
        return measures.spent().getFirst().hoursLeft(measures.burn().now());
    }
}
