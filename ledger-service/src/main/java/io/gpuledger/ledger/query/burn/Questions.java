package io.gpuledger.ledger.query.burn;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.ask.Planning;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Planning planning = Planning.of(budgets.get(), scope -> scope.kind() == kind);
        return books.ask(new BurnQuestion(kind, now, planning)).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Burn::now)
                        .reversed()
                        .thenComparing(burn -> burn.scope().name()))
                .toList();
    }

    /**
     * The accounts with what they burn and how long their balance lasts. One that never cost anything burns nothing; but
     * where a partition is missing, one that no other has may be there, and is left out.
     */
    public List<AccountAnswer> accounts() {
        List<BooksOnHand.Known> accounts = books.accounts();
        BooksOnHand.Answered<List<AccountAnswer>> answered = books.answers(new AccountsQuestion(accounts));
        Map<AccountRef, AccountAnswer> answers = new HashMap<>();
        answered.parts().forEach(part -> part.forEach(answer -> answers.put(answer.account(), answer)));
        return accounts.stream()
                .map(known -> answers.computeIfAbsent(known.account(), account -> atRest(known, answered.complete())))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable AccountAnswer atRest(BooksOnHand.Known known, boolean complete) {
        return complete ? AccountAnswer.of(known, Lines.NONE) : null;
    }
}
