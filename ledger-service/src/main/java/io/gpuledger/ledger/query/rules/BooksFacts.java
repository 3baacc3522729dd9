package io.gpuledger.ledger.query.rules;

import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.books.ScopeBook;
import io.gpuledger.ledger.burn.Balance;
import io.gpuledger.ledger.forecast.Profile;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.watch.Facts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts that books and accounts tell. Pods, bills and dead letters are not known here. For one thread. */
public final class BooksFacts implements Facts {

    private final Books books;
    private final Map<Scope, BooksOnHand.Known> accounts = new HashMap<>();
    private final Map<Scope, Map<ZoneId, Profile>> profiles = new HashMap<>();

    public BooksFacts(Books books, List<BooksOnHand.Known> accounts) {
        this.books = books;
        accounts.forEach(known -> this.accounts.put(Scope.account(known.account()), known));
    }

    @Override
    public Lines lines(Scope scope) {
        ScopeBook book = books.book(scope);
        return book == null ? Lines.NONE : book;
    }

    @Override
    public Profile profile(Scope scope, ZoneId zone, long at) {
        Map<ZoneId, Profile> known = profiles.computeIfAbsent(scope, s -> new HashMap<>());
        Profile profile = known.get(zone);
        if (profile == null || !profile.isOf(at)) {
            profile = Profile.at(lines(scope), zone, at);
            known.put(zone, profile);
        }
        return profile;
    }

    @Override
    public @Nullable Balance balance(Scope account) {
        BooksOnHand.Known known = accounts.get(account);
        return known == null ? null : known.balance();
    }

    @Override
    public @Nullable Integer pollsFailed(Scope account) {
        BooksOnHand.Known known = accounts.get(account);
        return known == null ? null : known.pollsFailed();
    }

    @Override
    public @Nullable Long answeredAt(Scope account) {
        BooksOnHand.Known known = accounts.get(account);
        Instant answered = known == null ? null : known.answered();
        return answered == null ? null : answered.toEpochMilli();
    }

    @Override
    public @Nullable Money unattributed(long from, long until) {
        ScopeBook book = books.book(Scope.ALL);
        return book == null
                ? null
                : book.between(from, until, ScopeBook::isUnattributed).cost();
    }
}
