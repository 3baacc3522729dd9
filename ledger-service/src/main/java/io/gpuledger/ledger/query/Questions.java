package io.gpuledger.ledger.query;

import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.burn.BurnRate;
import io.gpuledger.ledger.burn.Runway;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How fast money goes, and how long it lasts. */
public final class Questions {

    private final BooksOnHand books;
    private final Supplier<Budgets> budgets;

    /** @param budgets those in force whenever it is asked */
    public Questions(BooksOnHand books, Supplier<Budgets> budgets) {
        this.books = books;
        this.budgets = budgets;
    }

    /** The burn of every scope of a kind at ledger time, the fastest first; empty before the first poll. */
    public List<Burn> burns(Scope.Kind kind) {
        Instant now = books.ledgerTime();
        if (now == null) {
            return List.of();
        }
        long at = now.toEpochMilli();
        return books
                .ask(here -> of(here, kind, (scope, lines) -> BurnRate.of(scope, lines, budgets.get(), at)))
                .stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Burn::now)
                        .reversed()
                        .thenComparing(burn -> burn.scope().name()))
                .toList();
    }

    /** The accounts with what they burn and how long their balance lasts. */
    public List<AccountAnswer> accounts() {
        Map<Scope, BooksOnHand.Known> accounts = new LinkedHashMap<>();
        books.accounts().forEach(known -> accounts.put(Scope.account(known.account()), known));
        Map<Scope, AccountAnswer> answers = new HashMap<>();
        books.ask(here -> of(here, Scope.Kind.ACCOUNT, (scope, lines) -> {
                    BooksOnHand.Known known = accounts.get(scope);
                    return known == null ? null : Map.entry(scope, answer(known, lines));
                }))
                .forEach(part -> part.forEach(answer -> answers.put(answer.getKey(), answer.getValue())));
        return accounts.entrySet().stream()
                .map(known -> answers.getOrDefault(known.getKey(), answer(known.getValue(), Lines.NONE)))
                .toList();
    }

    private static <T> List<T> of(Books books, Scope.Kind kind, BiFunction<Scope, Lines, @Nullable T> reading) {
        List<T> read = new ArrayList<>();
        books.scopes().forEach((scope, book) -> {
            @Nullable T one = scope.kind() == kind ? reading.apply(scope, book) : null;
            if (one != null) {
                read.add(one);
            }
        });
        return read;
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
}
