package io.gpuledger.ledger.query.cost;

import io.gpuledger.common.value.InvalidValue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Windows a range is cut into: 1m, 5m and 1h from the full hour, 1d and 1mo from the zone's midnight. */
public record Windows(Length length, ZoneId zone) {

    /** How long a window is. */
    public enum Length {
        MINUTE("1m"),
        FIVE_MINUTES("5m"),
        HOUR("1h"),
        DAY("1d"),
        MONTH("1mo");

        private final String word;

        Length(String word) {
            this.word = word;
        }

        public static Length of(String word) {
            for (Length length : values()) {
                if (length.word.equals(word)) {
                    return length;
                }
            }
            throw new InvalidValue("window", "must be 1m, 5m, 1h, 1d or 1mo, not '" + word + "'");
        }
    }

    /** Where the range is cut, its two ends included; the first and the last window may be shorter. */
    List<Instant> cuts(Instant from, Instant until) {
        List<Instant> cuts = new ArrayList<>();
        cuts.add(from);
        for (ZonedDateTime cut = next(start(from.atZone(zone))); cut.toInstant().isBefore(until); cut = next(cut)) {
            cuts.add(cut.toInstant());
            InvalidValue.unless(
                    cuts.size() <= CostQuestion.ROWS_MAX, "window", "cuts the range into too many; at most 100000");
        }
        cuts.add(until);
        return cuts;
    }

    private ZonedDateTime start(ZonedDateTime at) {
        return switch (length) {
            case MINUTE -> at.truncatedTo(ChronoUnit.MINUTES);
            case FIVE_MINUTES -> at.truncatedTo(ChronoUnit.MINUTES).minusMinutes(at.getMinute() % 5);
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
            case DAY -> at.toLocalDate().atStartOfDay(zone);
            case MONTH -> at.toLocalDate().withDayOfMonth(1).atStartOfDay(zone);
        };
    }

    private ZonedDateTime next(ZonedDateTime start) {
        return switch (length) {
            case MINUTE -> start.plusMinutes(1);
            case FIVE_MINUTES -> start.plusMinutes(5);
            case HOUR -> start.plusHours(1);
            case DAY -> start.toLocalDate().plusDays(1).atStartOfDay(zone);
            case MONTH -> start.toLocalDate().plusMonths(1).atStartOfDay(zone);
        };
    }
}
