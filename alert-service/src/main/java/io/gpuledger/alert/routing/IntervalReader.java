package io.gpuledger.alert.routing;

import io.gpuledger.alert.mute.Calendar;
import io.gpuledger.alert.mute.TimeInterval;
import io.gpuledger.alert.mute.TimeInterval.Span;
import io.gpuledger.common.value.InvalidValue;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the named time intervals, both where they stand now and where they stood before 0.24. */
final class IntervalReader {

    private static final List<String> WEEKDAYS =
            List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final Pattern TIME = Pattern.compile("(?:([01]\\d|2[0-3]):([0-5]\\d))|24:00");
    /** Names of the zone database that Java knows as short ones only. */
    private static final Set<String> FIXED = Set.of("EST", "MST", "HST");

    private static final int MINUTES_OF_DAY = 1440;
    private static final int DAYS_MAX = 31;

    private final Map<String, List<TimeInterval>> named = new TreeMap<>();

    Calendar read(YamlSection file) {
        file.sections("time_intervals").forEach(this::add);
        file.sections("mute_time_intervals").forEach(this::add);
        return new Calendar(named);
    }

    private void add(YamlSection section) {
        String name = section.text("name", "");
        if (name.isEmpty()) {
            throw section.refusedAt("name", "missing name in time interval");
        }
        List<TimeInterval> intervals = section.sections("time_intervals").stream()
                .map(IntervalReader::interval)
                .toList();
        section.done();
        if (named.put(name, intervals) != null) {
            throw section.refusedAt("name", "time interval \"" + name + "\" is not unique");
        }
    }

    private static TimeInterval interval(YamlSection section) {
        List<Span> times =
                section.sections("times").stream().map(IntervalReader::time).toList();
        List<Span> weekdays = spans(section, "weekdays", word -> named(word, WEEKDAYS, 0));
        List<Span> days = spans(section, "days_of_month", IntervalReader::dayOfMonth);
        List<Span> months = spans(section, "months", IntervalReader::month);
        List<Span> years = spans(section, "years", IntervalReader::number);
        ZoneId zone = section.checked("location", () -> zone(section.text("location", "UTC")));
        section.done();
        return new TimeInterval(times, weekdays, days, months, years, zone);
    }

    private static Span time(YamlSection section) {
        int start = section.checked("start_time", () -> minute("start_time", section.text("start_time", "")));
        int end = section.checked("end_time", () -> minute("end_time", section.text("end_time", "")));
        section.done();
        if (start >= end) {
            throw section.refusedAt("start_time", "start time cannot be equal or greater than end time");
        }
        return new Span(start, end - 1);
    }

    private static int minute(String field, String text) {
        Matcher matcher = TIME.matcher(text);
        InvalidValue.unless(matcher.matches(), field, "must be a time of the day such as 09:30");
        return matcher.group(1) == null
                ? MINUTES_OF_DAY
                : Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(2));
    }

    private static List<Span> spans(YamlSection section, String field, ToIntFunction<String> number) {
        List<String> texts = section.texts(field);
        List<Span> spans = new ArrayList<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            spans.add(section.checked(field, () -> span(field, text, number)));
        }
        return spans;
    }

    private static Span span(String field, String text, ToIntFunction<String> number) {
        String[] ends = text.strip().toLowerCase(Locale.ROOT).split(":", -1);
        InvalidValue.unless(ends.length <= 2, field, "must be one value or two with a colon between them");
        int from = number.applyAsInt(ends[0]);
        int to = number.applyAsInt(ends[ends.length - 1]);
        InvalidValue.unless(
                from > 0 || to <= 0 || from == 0, field, "end day must be negative if start day is negative");
        InvalidValue.unless(
                from <= to || (from > 0 && to < 0 && from <= DAYS_MAX + 1 + to), field, "start must not be behind end");
        return new Span(from, to);
    }

    private static int dayOfMonth(String text) {
        int day = number(text);
        InvalidValue.unless(
                day != 0 && Math.abs(day) <= DAYS_MAX, "days_of_month", "must be from 1 to 31 or -31 to -1");
        return day;
    }

    private static int month(String text) {
        // Alertmanager takes any number; one that is no month never comes.
        return MONTHS.contains(text) ? named(text, MONTHS, 1) : number(text);
    }

    private static int named(String word, List<String> names, int first) {
        InvalidValue.unless(names.contains(word), "weekdays", "must be names such as monday");
        return names.indexOf(word) + first;
    }

    private static int number(String text) {
        InvalidValue.unless(text.matches("-?\\d{1,9}"), "number", "must be a whole number");
        return Integer.parseInt(text);
    }

    private static ZoneId zone(String text) {
        if (text.isEmpty() || text.equals("UTC")) {
            return ZoneOffset.UTC;
        }
        if (text.equals("Local")) {
            return ZoneId.systemDefault();
        }
        boolean isNamed = FIXED.contains(text) || ZoneId.getAvailableZoneIds().contains(text);
        InvalidValue.unless(isNamed, "location", "must be a time zone such as Australia/Sydney");
        return ZoneId.of(text, ZoneId.SHORT_IDS);
    }
}
