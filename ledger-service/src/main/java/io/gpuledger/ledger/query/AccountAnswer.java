package io.gpuledger.ledger.query;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
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
        @Nullable BigDecimal runwayHours) {}
