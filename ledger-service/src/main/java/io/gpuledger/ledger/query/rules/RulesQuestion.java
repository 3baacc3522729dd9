package io.gpuledger.ledger.query.rules;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import io.gpuledger.ledger.query.ask.Planning;
import io.gpuledger.ledger.watch.Facts;
import io.gpuledger.ledger.watch.Measures;
import io.gpuledger.ledger.watch.Watch;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rules read.
 *
 * @param at the instant of ledger time that is looked at
 * @param accounts what is known of them beside their cost
 * @param scope only of this one, by its key; absent means all
 */
public record RulesQuestion(
        Instant at,
        List<Rule> rules,
        Planning planning,
        List<BooksOnHand.Known> accounts,
        @Nullable String scope) implements PartitionQuestion<List<RuleReading>> {

    public RulesQuestion {
        rules = List.copyOf(rules);
        accounts = List.copyOf(accounts);
    }

    /** Of the scopes whose books are here. */
    @Override
    public List<RuleReading> of(Books books) {
        return of(books, books.scopes().keySet());
    }

    boolean wants(Scope one) {
        return scope == null || scope.equals(one.key());
    }

    List<RuleReading> of(Books books, Collection<Scope> scopes) {
        Facts facts = new BooksFacts(books, accounts);
        Budgets budgets = planning.inForce();
        return scopes.stream()
                .filter(this::wants)
                .flatMap(one -> of(new Measures(one, at.toEpochMilli(), facts, budgets), budgets).stream())
                .toList();
    }

    private List<RuleReading> of(Measures measures, Budgets budgets) {
        return rules.stream()
                .filter(rule -> Watch.canLookAt(rule, measures.scope(), budgets))
                .flatMap(rule -> Watch.read(rule, measures).stream()
                        .map(read -> new RuleReading(rule.name(), read.subject(), known(rule, read))))
                .toList();
    }

    /** Without pods there is no telling what stopped ones cost. */
    private static List<BigDecimal> known(Rule rule, Watch.Read read) {
        return rule.metric() == Rule.Metric.STOPPED_STORAGE ? List.of() : read.values();
    }
}
