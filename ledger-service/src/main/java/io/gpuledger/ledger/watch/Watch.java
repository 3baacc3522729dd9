package io.gpuledger.ledger.watch;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.config.Rule.Metric;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.budget.Thresholds;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// rules, measures -> crossings; of rules on one metric the mildest is judged first, as a falling balance meets them
public final class Watch {

    private final List<Rule> rules;
    private final Budgets budgets;

    /** @param budgets whose thresholds are rules too */
    public Watch(List<Rule> rules, Budgets budgets) {
        Comparator<Rule> mildestFirst = Comparator.comparing(
                rule -> rule.below() != null ? rule.threshold().negate() : rule.threshold());
        this.rules = Stream.concat(rules.stream(), Thresholds.rules(budgets.all()).stream())
                .sorted(mildestFirst)
                .toList();
        this.budgets = budgets;
    }

    /** Where the states that are not quiet are kept, each by a key of its own. */
    public interface States {
        RuleState of(String key);

        void keep(String key, RuleState state);

        /** In the order of their keys. */
        SortedMap<String, RuleState> all();
    }

    /** Where crossings go. */
    public interface Told {
        void crossing(Crossing crossing);
    }

    /** Why it is time to judge. */
    public enum Occasion {
        /** Ledger time moved, or the books were corrected. */
        TICK,
        /** A balance was observed. */
        BALANCE,
        /** The machine's clock says that ledger time stands still. */
        WATCHDOG
    }

    public List<Rule> rules() {
        return rules;
    }

    /** The rules that can look at a scope at all. */
    public List<Rule> rules(Scope scope) {
        return rules.stream().filter(rule -> canLookAt(rule, scope, budgets)).toList();
    }

    public static boolean canLookAt(Rule rule, Scope scope, Budgets budgets) {
        return rule.isFor(scope)
                && (!rule.metric().isOfBudget() || !budgets.of(scope).isEmpty());
    }

    /**
     * What a rule reads of a subject.
     *
     * @param values one for each window, or one; empty where it is not known
     */
    public record Read(Subject subject, List<BigDecimal> values) {}

    /** What a rule reads of a scope now, for each subject; nothing is judged. */
    public static List<Read> read(Rule rule, Measures measures) {
        return Gauge.read(rule, measures).stream()
                .map(reading -> new Read(reading.subject(), reading.values()))
                .toList();
    }

    /**
     * Judges the rules, of those that are for the occasion.
     *
     * @param rules of the measured scope, the mildest first
     * @param corrected what was booked before the last judgement has changed: what rules remember is made anew
     */
    public void judge(List<Rule> rules, Measures measures, Judging judging, boolean corrected) {
        for (Rule rule : rules) {
            if (isFor(rule.metric(), judging.occasion())) {
                List<Reading> readings = Gauge.read(rule, measures);
                readings.forEach(reading -> judge(rule, reading, measures, judging, corrected));
                if (rule.metric().subject() != Metric.Subject.SCOPE) {
                    judgeTheAbsent(rule, readings, measures, judging);
                }
            }
        }
    }

    /** The occasion, where states are kept and where crossings go. */
    public record Judging(Occasion occasion, States states, Told told) {}

    /** Subjects that were pending or firing and are not read any more: they are at rest, and the rule clears. */
    private static void judgeTheAbsent(Rule rule, List<Reading> readings, Measures measures, Judging judging) {
        String prefix = key(rule, Subject.of(measures.scope())) + Subject.PART;
        Map<String, RuleState> known = judging.states().all().subMap(prefix, prefix + Character.MAX_VALUE);
        if (known.isEmpty()) {
            return;
        }
        Set<String> read =
                readings.stream().map(reading -> key(rule, reading.subject())).collect(Collectors.toSet());
        List.copyOf(known.keySet()).stream()
                .filter(key -> !read.contains(key))
                .map(key -> Subject.ofPart(measures.scope(), key.substring(prefix.length())))
                .forEach(subject -> judge(rule, Gauge.readAbsent(rule, measures, subject), measures, judging, false));
    }

    private static boolean isFor(Metric metric, Occasion occasion) {
        return switch (occasion) {
            case TICK -> metric != Metric.BALANCE;
            case BALANCE -> metric == Metric.BALANCE;
            case WATCHDOG -> metric == Metric.LEDGER_STALLED_MINUTES;
        };
    }

    private static void judge(Rule rule, Reading reading, Measures measures, Judging judging, boolean corrected) {
        String key = key(rule, reading.subject());
        RuleState before = judging.states().of(key);
        RuleState now = corrected && Memory.isIn(rule)
                ? Memory.of(rule, reading.subject(), measures, before)
                : Judge.next(rule, reading, before, measures.at());
        if (now.equals(before)) {
            return;
        }
        if (now.isFiring() == before.isFiring()) {
            judging.states().keep(key, now);
            return;
        }
        Crossing crossing = new Crossings(rule, reading, measures)
                .crossing(now.isFiring(), now.isFiring() ? now.since() : before.since());
        judging.states().keep(key, now.isFiring() ? now.telling(crossing) : now);
        judging.told().crossing(crossing);
    }

    /** Clears what fires and is not looked at any more, because its rule or its budget is not there, or for another scope. */
    public void retire(States states, long at, Told told) {
        List<String> names = rules.stream().map(Rule::name).toList();
        Map.copyOf(states.all()).forEach((key, state) -> {
            Crossing last = state.told();
            boolean ended = !names.contains(Key.of(key).rule()) || (last != null && !watches(last));
            if (ended) {
                states.keep(key, RuleState.QUIET);
                if (last != null) {
                    told.crossing(Crossings.retired(last, Math.max(at, last.at().toEpochMilli())));
                }
            }
        });
    }

    private boolean watches(Crossing fires) {
        return rules(fires.scope()).stream()
                        .anyMatch(rule -> rule.name().equals(fires.rule())
                                && rule.metric().word().equals(fires.metric()))
                && (fires.budget() == null
                        || budgets.of(fires.scope()).stream()
                                .anyMatch(budget -> budget.name().equals(fires.budget())));
    }

    /** A rule is pending or fires for a scope, or for a pod or a budget of it. */
    public static boolean holds(States states, Rule rule, Scope scope) {
        String key = key(rule, Subject.of(scope));
        return states.all().containsKey(key)
                || !states.all()
                        .subMap(key + Subject.PART, key + Subject.PART + Character.MAX_VALUE)
                        .isEmpty();
    }

    private static final char SEPARATOR = '\u0000';

    /** What a state is kept for. */
    public record Key(String rule, Subject subject) {

        /** The key whose text it is. */
        public static Key of(String text) {
            int end = text.indexOf(SEPARATOR);
            return new Key(text.substring(0, end), Subject.ofKey(text.substring(end + 1)));
        }

        public String text() {
            return rule + SEPARATOR + subject.key();
        }
    }

    private static String key(Rule rule, Subject subject) {
        return new Key(rule.name(), subject).text();
    }
}
