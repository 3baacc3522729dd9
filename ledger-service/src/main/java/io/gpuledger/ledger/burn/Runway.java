package io.gpuledger.ledger.burn;

import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Lines;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a balance lasts. Balances come in lumps; between two of them the ledger counts down from the last one by what
 * it has metered since.
 *
 * @param balance what should be left at the instant
 * @param burn mean burn of the last hour
 * @param hours hours until nothing is left, never below zero; absent where nothing burns
 */
public record Runway(
        Money balance, HourlyRate burn, @Nullable BigDecimal hours) {

    public static final Duration WINDOW = Duration.ofHours(1);
    private static final int DIGITS = 2;

    public static Runway at(Balance last, Lines lines, long at) {
        long charged = last.since().toEpochMilli();
        Money since = at > charged ? lines.between(charged, at).cost() : Money.ZERO;
        Money left = last.seen().balance().minus(since);
        HourlyRate burn = BurnRate.mean(lines, at, WINDOW);
        return new Runway(left, burn, burn.nanoDollars() <= 0 ? null : hours(left, burn));
    }

    private static BigDecimal hours(Money left, HourlyRate burn) {
        return left.dollars(9)
                .divide(burn.dollars(), DIGITS, RoundingMode.HALF_EVEN)
                .max(BigDecimal.ZERO.setScale(DIGITS));
    }
}
