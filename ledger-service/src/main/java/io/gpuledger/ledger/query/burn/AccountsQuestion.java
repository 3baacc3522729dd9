package io.gpuledger.ledger.query.burn;

import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.books.ScopeBook;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What accounts burn, and how long their balances last.
 *
 * @param known what is known of them beside their cost
 */
public record AccountsQuestion(List<BooksOnHand.Known> known) implements PartitionQuestion<List<AccountAnswer>> {

    public AccountsQuestion {
        known = List.copyOf(known);
    }

    /** Of the accounts whose books are here. */
    @Override
    public List<AccountAnswer> of(Books books) {
        return known.stream()
                .map(account -> answer(account, books))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable AccountAnswer answer(BooksOnHand.Known account, Books books) {
        ScopeBook book = books.book(Scope.account(account.account()));
        return book == null ? null : AccountAnswer.of(account, book);
    }
}
