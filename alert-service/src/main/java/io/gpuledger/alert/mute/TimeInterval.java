package io.gpuledger.alert.mute;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Stretches of calendar time, as Alertmanager's routing file writes them. Every field given must agree, and of a field one
 * of its spans; a field without spans always agrees.
 *
 * @param times minutes of the day, the end not included
 * @param weekdays 0 for Sunday to 6
 * @param daysOfMonth 1 to 31; below zero counted from the end of the month, -1 being its last day
 * @param months 1 to 12
 * @param zone whose calendar and clock
 */
public record TimeInterval(
        List<Span> times,
        List<Span> weekdays,
        List<Span> daysOfMonth,
        List<Span> months,
        List<Span> years,
        ZoneId zone) {

    private static final int DAYS_OF_WEEK = 7;
    private static final int MINUTES_OF_HOUR = 60;

    /** From one number to another, both included. */
    public record Span(int from, int to) {

        boolean has(int number) {
            return from <= number && number <= to;
        }

        /** With numbers below zero counted from the end of a month of so many days, and cut where the month ends. */
        private boolean hasDay(int day, int days) {
            int begin = from < 0 ? days + from + 1 : from;
            int end = to < 0 ? days + to + 1 : to;
            return begin <= days && new Span(Math.max(begin, 1), Math.min(end, days)).has(day);
        }
    }

    public boolean contains(Instant instant) {
        ZonedDateTime at = instant.atZone(zone);
        int minute = at.getHour() * MINUTES_OF_HOUR + at.getMinute();
        int days = at.toLocalDate().lengthOfMonth();
        return agrees(times, minute)
                && agrees(weekdays, at.getDayOfWeek().getValue() % DAYS_OF_WEEK)
                && (daysOfMonth.isEmpty()
                        || daysOfMonth.stream().anyMatch(span -> span.hasDay(at.getDayOfMonth(), days)))
                && agrees(months, at.getMonthValue())
                && agrees(years, at.getYear());
    }

    private static boolean agrees(List<Span> spans, int number) {
        return spans.isEmpty() || spans.stream().anyMatch(span -> span.has(number));
    }
}
