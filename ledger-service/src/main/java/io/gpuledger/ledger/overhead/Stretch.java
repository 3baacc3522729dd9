package io.gpuledger.ledger.overhead;

import io.gpuledger.common.config.Overhead;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A rate that holds for a while.
 *
 * @param from epoch milliseconds, inclusive
 * @param until exclusive; {@link #OPEN} where no end is known
 * @param nanoDollars per hour, not negative
 */
public record Stretch(long from, long until, long nanoDollars) {

    /** No end is known. */
    public static final long OPEN = Long.MAX_VALUE;

    /** What an overhead costs, and when; in time order. */
    public static List<Stretch> of(Overhead overhead) {
        Instant begins = overhead.from();
        Instant ends = overhead.ends();
        long from = begins == null ? Long.MIN_VALUE : begins.toEpochMilli();
        long until = ends == null ? OPEN : ends.toEpochMilli();
        HourlyRate perHour = overhead.perHour();
        BigDecimal amount = overhead.amount();
        return perHour != null
                ? List.of(new Stretch(from, until, perHour.nanoDollars()))
                : amortised(amount == null ? BigDecimal.ZERO : amount, from, until);
    }

    /**
     * A price over a life: every millisecond bears the same whole number of units, and the units that are left go to the first
     * ones, one each. So it takes at most two rates, and their cost is the price, to the last unit.
     */
    private static List<Stretch> amortised(BigDecimal price, long from, long until) {
        BigInteger[] each = Money.ofDollars(price).units().divideAndRemainder(BigInteger.valueOf(until - from));
        long rate = each[0].longValueExact();
        long turn = from + each[1].longValueExact();
        List<Stretch> stretches = new ArrayList<>();
        if (turn > from) {
            stretches.add(new Stretch(from, turn, rate + 1));
        }
        stretches.add(new Stretch(turn, until, rate));
        return stretches;
    }

    /** The part of it in {@code [begin, end)}; empty where there is none. */
    Stretch within(long begin, long end) {
        return new Stretch(Math.max(from, begin), Math.min(until, end), nanoDollars);
    }

    boolean isEmpty() {
        return from >= until || nanoDollars == 0;
    }
}
