package io.gpuledger.ledger.query;

import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.burn.BurnRate;
import io.gpuledger.ledger.burn.Runway;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ledger's questions: what was spent, how fast it goes, how long it lasts. */
public final class Questions {

    private static final Duration RANGE_DEFAULT = Duration.ofHours(24);

    private final BooksOnHand books;
    private final Budgets budgets;

    public Questions(BooksOnHand books, Budgets budgets) {
        this.books = books;
        this.budgets = budgets;
    }

    /** The range asked for: until ledger time and not beyond it, from 24 hours before where nothing else is said. */
    public Range range(@Nullable Instant from, @Nullable Instant until, Instant now) {
        Instant known = books.ledgerTime();
        Instant end = until == null ? (known == null ? now : known) : until;
        Instant clipped = known != null && end.isAfter(known) ? known : end;
        return new Range(from == null ? clipped.minus(RANGE_DEFAULT) : from, clipped);
    }

    /** From inclusive, until exclusive. */
    public record Range(Instant from, Instant until) {}

    public CostAnswer cost(CostQuestion question) {
        Reporter reporter = new Reporter(question);
        String owner = question.filters().get(Dimension.OWNER);
        if (owner == null) {
            books.eachStep(Scope.Kind.OWNER, (scope, step) -> reporter.add(step));
        } else {
            books.eachStep(Scope.owner(owner), (scope, step) -> reporter.add(step));
        }
        return reporter.answer(books.ledgerTime());
    }

    /** The burn of every scope of a kind at ledger time, the fastest first; empty before the first poll. */
    public List<Burn> burns(Scope.Kind kind) {
        Instant now = books.ledgerTime();
        if (now == null) {
            return List.of();
        }
        long at = now.toEpochMilli();
        return lines(kind).entrySet().stream()
                .map(entry -> BurnRate.of(entry.getKey(), entry.getValue(), budgets.planned(entry.getKey(), at), at))
                .sorted(Comparator.comparing(Burn::now)
                        .reversed()
                        .thenComparing(burn -> burn.scope().name()))
                .toList();
    }

    /** The accounts with what they burn and how long their balance lasts. */
    public List<AccountAnswer> accounts() {
        Map<Scope, Lines> lines = lines(Scope.Kind.ACCOUNT);
        return books.accounts().stream()
                .map(known -> answer(known, lines.getOrDefault(Scope.account(known.account()), new Lines())))
                .toList();
    }

    private static AccountAnswer answer(BooksOnHand.Known known, Lines lines) {
        Instant at = known.polledUntil();
        Runway runway =
                at == null || known.balance() == null ? null : Runway.at(known.balance(), lines, at.toEpochMilli());
        return new AccountAnswer(
                known.account(),
                at,
                known.pollsFailed(),
                known.balance() == null ? null : known.balance().seen().balance(),
                known.balance() == null ? null : known.balance().seen().at(),
                runway == null ? null : runway.balance(),
                runway == null ? null : runway.burn(),
                runway == null ? null : runway.hours());
    }

    private Map<Scope, Lines> lines(Scope.Kind kind) {
        Map<Scope, Lines> lines = new HashMap<>();
        books.eachStep(
                kind,
                (scope, step) -> lines.computeIfAbsent(scope, s -> new Lines())
                        .step(step.cell().component(), step.at(), step.rates()));
        return lines;
    }
}
