package io.gpuledger.ledger.budget;

import io.gpuledger.common.config.PlannedWindow;
import io.gpuledger.common.value.HourlyRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The planned windows of one scope. Where two hold at once, the higher rate counts. */
public final class PlannedWindows {

    static final PlannedWindows NONE = new PlannedWindows(List.of());

    private final List<PlannedWindow> windows;

    PlannedWindows(List<PlannedWindow> windows) {
        this.windows = List.copyOf(windows);
    }

    public boolean isEmpty() {
        return windows.isEmpty();
    }

    /** A line with what is planned in place of it, while a window holds. */
    public RateLine raised(RateLine line) {
        if (windows.isEmpty()) {
            return line;
        }
        RateLine.Drawing raised = new RateLine.Drawing();
        for (RateLine.Piece piece : line.pieces()) {
            long at = piece.from();
            while (at < piece.until()) {
                long next = Math.min(piece.until(), nextChange(at));
                raised.add(at, next, rate(piece.rate(), at));
                at = next;
            }
        }
        return raised.line();
    }

    private @Nullable HourlyRate rate(@Nullable HourlyRate base, long at) {
        HourlyRate highest = null;
        for (PlannedWindow window : windows) {
            HourlyRate rate = window.holdsAt(at) ? rate(window, base) : null;
            highest = rate == null || (highest != null && highest.compareTo(rate) >= 0) ? highest : rate;
        }
        return highest == null ? base : highest;
    }

    /** A factor rounds half-even to a nano-dollar per hour; of an unknown rate it is unknown. */
    private static @Nullable HourlyRate rate(PlannedWindow window, @Nullable HourlyRate base) {
        BigDecimal factor = window.factor();
        if (factor == null) {
            return window.perHour();
        }
        return base == null
                ? null
                : HourlyRate.ofNanoDollars(
                        factor.multiply(BigDecimal.valueOf(base.nanoDollars())).setScale(0, RoundingMode.HALF_EVEN));
    }

    private long nextChange(long at) {
        long next = Long.MAX_VALUE;
        for (PlannedWindow window : windows) {
            long from = window.from().toEpochMilli();
            long until = window.until().toEpochMilli();
            next = Math.min(next, from > at ? from : until > at ? until : Long.MAX_VALUE);
        }
        return next;
    }
}
