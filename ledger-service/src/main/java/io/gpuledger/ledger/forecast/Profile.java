package io.gpuledger.ledger.forecast;

import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.ledger.books.Lines;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a scope spends on each day of the week, as it stood at the beginning of a local day: the median of the days' mean
 * rates. The same for the whole day, so it need not be made again for each question.
 *
 * @param rates by weekday; empty with less than 14 days of history
 * @param departed the rate of seven days has been more than a quarter away from the medians for two days: something has
 *     changed for good, and the medians are slow to see it
 */
public record Profile(LocalDate day, ZoneId zone, Map<DayOfWeek, HourlyRate> rates, boolean departed) {

    static final int DAYS = 28;
    private static final int DAYS_MIN = 14;
    private static final int WEEK = 7;
    private static final int DEPARTED_DAYS = 2;
    private static final BigDecimal DEPARTED_SHARE = new BigDecimal("0.25");

    /** The profile of the local day an instant lies in. */
    public static Profile at(Lines lines, ZoneId zone, long at) {
        LocalDate day = Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
        long begin = lines.busyFrom(0);
        Map<DayOfWeek, HourlyRate> rates = medians(lines, zone, day, begin);
        boolean departed = !rates.isEmpty();
        for (int back = 0; departed && back <= DEPARTED_DAYS; back++) {
            departed = departs(lines, zone, day.minusDays(back), begin);
        }
        return new Profile(day, zone, rates, departed);
    }

    public boolean isOf(long at) {
        return Instant.ofEpochMilli(at).atZone(zone).toLocalDate().equals(day);
    }

    /** When the local day began, epoch milliseconds: only what is booked before it changes the profile. */
    public long begin() {
        return start(zone, day);
    }

    private static boolean departs(Lines lines, ZoneId zone, LocalDate day, long begin) {
        Map<DayOfWeek, HourlyRate> rates = medians(lines, zone, day, begin);
        if (rates.isEmpty()) {
            return false;
        }
        long at = start(zone, day);
        BigDecimal week =
                BigDecimal.valueOf(Forecaster.rateBefore(lines, at, begin).nanoDollars());
        BigDecimal usual = rates.values().stream()
                .map(rate -> BigDecimal.valueOf(rate.nanoDollars()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(rates.size()), 0, RoundingMode.HALF_EVEN);
        return week.subtract(usual).abs().compareTo(usual.multiply(DEPARTED_SHARE)) > 0;
    }

    private static Map<DayOfWeek, HourlyRate> medians(Lines lines, ZoneId zone, LocalDate day, long begin) {
        if (begin == Long.MAX_VALUE
                || start(zone, day) - begin < Duration.ofDays(DAYS_MIN).toMillis()) {
            return Map.of();
        }
        Map<DayOfWeek, HourlyRate> medians = new EnumMap<>(DayOfWeek.class);
        for (int weekday = 1; weekday <= WEEK; weekday++) {
            List<HourlyRate> days = new ArrayList<>();
            for (int back = weekday; back <= DAYS; back += WEEK) {
                long from = start(zone, day.minusDays(back));
                long until = start(zone, day.minusDays(back - 1));
                if (from >= begin || until - begin >= until - from) {
                    days.add(lines.between(from, until).cost().perHourOver(until - from));
                }
            }
            medians.put(day.minusDays(weekday).getDayOfWeek(), median(days));
        }
        return medians;
    }

    /** Of an even number the mean of the two in the middle, half-even to a nano-dollar per hour. */
    static HourlyRate median(List<HourlyRate> rates) {
        List<HourlyRate> sorted = rates.stream().sorted().toList();
        BigDecimal lower =
                BigDecimal.valueOf(sorted.get((sorted.size() - 1) / 2).nanoDollars());
        BigDecimal upper = BigDecimal.valueOf(sorted.get(sorted.size() / 2).nanoDollars());
        return HourlyRate.ofNanoDollars(lower.add(upper).divide(BigDecimal.TWO, 0, RoundingMode.HALF_EVEN));
    }

    static long start(ZoneId zone, LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
