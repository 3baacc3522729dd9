package io.gpuledger.alert.wording.function;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations as Prometheus shows them to people: {@code 1d 2h 3m 4s}, {@code 5.678s}, {@code 12ms}. */
final class Humanized {

    private static final long DAY = 86_400;
    private static final long HOUR = 3_600;
    private static final long MINUTE = 60;

    private Humanized() {}

    /** @param value a duration, or seconds */
    static String duration(@Nullable Object value) {
        BigDecimal seconds =
                value instanceof Duration given ? BigDecimal.valueOf(given.toMillis(), 3) : Comparison.number(value);
        String sign = seconds.signum() < 0 ? "-" : "";
        BigDecimal all = seconds.abs();
        if (all.signum() == 0) {
            return "0s";
        }
        if (all.compareTo(BigDecimal.ONE) < 0) {
            return sign + Printer.text(all.movePointRight(3).setScale(1, RoundingMode.HALF_EVEN)) + "ms";
        }
        if (all.compareTo(BigDecimal.valueOf(MINUTE)) < 0) {
            return sign + Printer.text(all.setScale(3, RoundingMode.HALF_EVEN)) + "s";
        }
        long whole = all.longValue();
        String minutes = whole / MINUTE % 60 + "m " + whole % MINUTE + "s";
        String hours = whole / HOUR % 24 + "h " + minutes;
        return sign + (whole >= DAY ? whole / DAY + "d " + hours : whole >= HOUR ? hours : minutes);
    }
}
