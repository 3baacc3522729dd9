package io.gpuledger.ledger.query.burn;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.burn.Runway;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account now.
 *
 * @param polledUntil the last poll that was answered or failed
 * @param pollsFailed polls in a row that were not answered
 * @param balance the balance as the provider last told it, at {@code balanceAt}
 * @param left that balance less what was metered since
 * @param burn mean dollars per hour over the last hour
 * @param runwayHours hours until nothing is left at that burn; absent where nothing burns or no balance is known
 */
public record AccountAnswer(
        AccountRef account,
        @Nullable Instant polledUntil,
        int pollsFailed,
        @Nullable Money balance,
        @Nullable Instant balanceAt,
        @Nullable Money left,
        @Nullable HourlyRate burn,
        @Nullable BigDecimal runwayHours) {

    static AccountAnswer of(BooksOnHand.Known known, Lines lines) {
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
