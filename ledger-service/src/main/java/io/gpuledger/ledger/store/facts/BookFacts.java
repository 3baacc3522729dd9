package io.gpuledger.ledger.store.facts;

import io.gpuledger.common.config.AssumedPrice;
import io.gpuledger.common.event.Crossing.Contributor;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.burn.Balance;
import io.gpuledger.ledger.forecast.Profile;
import io.gpuledger.ledger.store.AccountClock;
import io.gpuledger.ledger.store.BuriedLetters;
import io.gpuledger.ledger.store.LedgerClock;
import io.gpuledger.ledger.store.ScopeBooks;
import io.gpuledger.ledger.watch.Facts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The facts as the task that keeps a partition of the books has them. */
public final class BookFacts implements Facts {

    /** The stores a task has besides its books. */
    public record Tables(
            KeyValueStore<String, Balance> balances, PodTable pods, BillTable bills, BuriedLetters letters) {}

    private final ScopeBooks books;
    private final LedgerClock clock;
    private final Tables tables;
    private final Map<Scope, Map<ZoneId, Profile>> profiles = new HashMap<>();
    private Map<String, HourlyRate> assumed = Map.of();
    private int stalledMinutes;

    public BookFacts(ScopeBooks books, LedgerClock clock, Tables tables) {
        this.books = books;
        this.clock = clock;
        this.tables = tables;
    }

    public void use(List<AssumedPrice> prices) {
        assumed = prices.stream().collect(Collectors.toMap(AssumedPrice::sku, AssumedPrice::perGpuHour));
    }

    /** What was booked at an instant is news for the profile of every later day. */
    public void booked(Scope scope, long at) {
        Map<ZoneId, Profile> known = profiles.get(scope);
        if (known != null) {
            known.values().removeIf(profile -> at < profile.begin());
        }
    }

    public void stalled(int minutes) {
        stalledMinutes = minutes;
    }

    @Override
    public Lines lines(Scope scope) {
        return books.of(scope);
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
    public List<Contributor> contributors(Scope scope, long until, Duration span) {
        return books.contributors(scope, until, span);
    }

    @Override
    public @Nullable Balance balance(Scope account) {
        return tables.balances.get(account.name());
    }

    @Override
    public @Nullable Integer pollsFailed(Scope account) {
        return clock.of(account.name()).pollsFailed();
    }

    @Override
    public @Nullable Long answeredAt(Scope account) {
        AccountClock known = clock.of(account.name());
        return known.answered();
    }

    @Override
    public Collection<PodTold> pods(Scope account) {
        return tables.pods.of(account);
    }

    @Override
    public Collection<PodTold> notBusy(Scope account) {
        return tables.pods.notBusy(account);
    }

    @Override
    public @Nullable PodTold pod(Scope account, String id) {
        return tables.pods.of(account, id);
    }

    @Override
    public @Nullable HourlyRate assumed(String sku) {
        return assumed.get(sku);
    }

    @Override
    public @Nullable Money unattributed(long from, long until) {
        return books.unattributed(from, until);
    }

    @Override
    public @Nullable BigDecimal chargebackError(Scope account, long since) {
        return tables.bills.error(account, since);
    }

    @Override
    public Long deadLetters(long at) {
        return tables.letters.lastHour(at);
    }

    @Override
    public @Nullable Integer stalledMinutes() {
        return stalledMinutes;
    }
}
