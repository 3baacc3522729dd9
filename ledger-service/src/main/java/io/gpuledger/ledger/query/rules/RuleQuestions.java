package io.gpuledger.ledger.query.rules;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.ask.Planning;
import io.gpuledger.ledger.watch.RuleState;
import io.gpuledger.ledger.watch.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where each rule stands, and why. */
public final class RuleQuestions {

    private static final Comparator<RuleStatus> WORST_FIRST = Comparator.comparing(RuleStatus::status)
            .reversed()
            .thenComparing(RuleStatus::rule)
            .thenComparing(row -> row.scope().key())
            .thenComparing(row -> String.valueOf(row.resource()))
            .thenComparing(row -> String.valueOf(row.budget()));

    private final BooksOnHand books;
    private final Supplier<InForce> inForce;

    /** @param watch with the rules in force, the budgets' thresholds among them */
    public record InForce(Watch watch, Budgets budgets) {}

    /** @param inForce what is judged by whenever it is asked */
    public RuleQuestions(BooksOnHand books, Supplier<InForce> inForce) {
        this.books = books;
        this.inForce = inForce;
    }

    public RulesAnswer standing(RuleFilter filter) {
        InForce now = inForce.get();
        List<Rule> rules = now.watch().rules().stream()
                .filter(rule -> filter.rule() == null || filter.rule().equals(rule.name()))
                .toList();
        InvalidValue.unless(filter.rule() == null || !rules.isEmpty(), "rule", "is the name of no rule");
        Instant at = books.ledgerTime();
        if (at == null) {
            return new RulesAnswer(null, List.of(), 0, null);
        }
        RulesQuestion question = new RulesQuestion(
                at, rules, Planning.of(now.budgets(), scope -> true), books.accounts(), filter.scope());
        List<RuleStatus> rows = rows(question).stream()
                .filter(row -> filter.statuses().contains(row.status()))
                .sorted(WORST_FIRST)
                .toList();
        List<RuleStatus> page =
                rows.stream().skip(filter.offset()).limit(filter.limit()).toList();
        int end = Math.min(rows.size(), filter.offset()) + page.size();
        return new RulesAnswer(at, page, rows.size(), end < rows.size() ? end : null);
    }

    private List<RuleStatus> rows(RulesQuestion question) {
        Map<String, List<Rule>> rules = question.rules().stream().collect(Collectors.groupingBy(Rule::name));
        SortedMap<String, RuleState> states = books.ruleStates();
        Map<String, RuleStatus> rows = new HashMap<>();
        for (RuleReading reading : readings(question)) {
            Watch.Key key = new Watch.Key(reading.rule(), reading.subject());
            RuleState state = states.getOrDefault(key.text(), RuleState.QUIET);
            put(rows, rules, key, rule -> RuleStatus.of(rule, key.subject(), state, reading.values(), question.at()));
        }
        states.forEach((text, state) -> {
            Watch.Key key = Watch.Key.of(text);
            if (!rows.containsKey(text) && question.wants(key.subject().scope())) {
                put(rows, rules, key, rule -> RuleStatus.of(rule, key.subject(), state, List.of(), question.at()));
            }
        });
        return List.copyOf(rows.values());
    }

    /** Thresholds of several budgets may have one name; one rule only is for the subject. */
    private static void put(
            Map<String, RuleStatus> rows,
            Map<String, List<Rule>> rules,
            Watch.Key key,
            Function<Rule, RuleStatus> status) {
        rules.getOrDefault(key.rule(), List.of()).stream()
                .filter(rule -> rule.isFor(key.subject().scope()))
                .filter(rule -> rule.budget() == null
                        || rule.budget().equals(key.subject().budget()))
                .findFirst()
                .ifPresent(rule -> rows.put(key.text(), status.apply(rule)));
    }

    /** What is judged without ever having cost anything, accounts and everything, has books nowhere. */
    private List<RuleReading> readings(RulesQuestion question) {
        BooksOnHand.Answered<List<RuleReading>> answered = books.answers(question);
        List<RuleReading> readings =
                new ArrayList<>(answered.parts().stream().flatMap(List::stream).toList());
        if (answered.complete()) {
            Set<Scope> seen =
                    readings.stream().map(reading -> reading.subject().scope()).collect(Collectors.toSet());
            List<Scope> atRest = Stream.concat(
                            Stream.of(Scope.ALL),
                            question.accounts().stream().map(known -> Scope.account(known.account())))
                    .filter(scope -> !seen.contains(scope))
                    .toList();
            readings.addAll(question.of(new Books(), atRest));
        }
        return readings;
    }
}
