package io.gpuledger.ledger.budget;

import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rate over time, in pieces that follow one another; a piece without a rate is not known. */
public record RateLine(List<Piece> pieces) {

    /** From inclusive, until exclusive, epoch milliseconds. */
    public record Piece(long from, long until, @Nullable HourlyRate rate) {}

    /** Puts pieces side by side. */
    static final class Drawing {
        private final List<Piece> pieces = new ArrayList<>(1);

        void add(long from, long until, @Nullable HourlyRate rate) {
            if (from < until) {
                pieces.add(new Piece(from, until, rate));
            }
        }

        RateLine line() {
            return new RateLine(pieces);
        }
    }

    /** One rate from an instant to another. */
    public static RateLine of(long from, long until, @Nullable HourlyRate rate) {
        return new RateLine(List.of(new Piece(from, until, rate)));
    }

    public @Nullable HourlyRate rateAt(long at) {
        for (Piece piece : pieces) {
            if (piece.from <= at && at < piece.until) {
                return piece.rate;
            }
        }
        return null;
    }

    /** What the rate comes to in a range; absent where a part of it is not known. */
    public @Nullable Money between(long from, long until) {
        Money sum = Money.ZERO;
        for (Piece piece : pieces) {
            long begin = Math.max(from, piece.from);
            long end = Math.min(until, piece.until);
            if (begin < end) {
                if (piece.rate == null) {
                    return null;
                }
                sum = sum.plus(Money.of(piece.rate, end - begin));
            }
        }
        return sum;
    }
}
