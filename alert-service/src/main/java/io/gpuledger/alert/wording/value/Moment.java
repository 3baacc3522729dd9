package io.gpuledger.alert.wording.value;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Go's times can be asked, and how its layouts write them. */
public final class Moment {

    /** Longest first where one begins another. */
    private static final List<Map.Entry<String, String>> LAYOUT = List.of(
            Map.entry("January", "MMMM"),
            Map.entry("Jan", "MMM"),
            Map.entry("Monday", "EEEE"),
            Map.entry("Mon", "EEE"),
            Map.entry("MST", "zzz"),
            Map.entry("2006", "yyyy"),
            Map.entry("Z07:00", "XXX"),
            Map.entry("-07:00", "xxx"),
            Map.entry("-0700", "xx"),
            Map.entry(".000000", ".SSSSSS"),
            Map.entry(".000", ".SSS"),
            Map.entry("01", "MM"),
            Map.entry("02", "dd"),
            Map.entry("03", "hh"),
            Map.entry("04", "mm"),
            Map.entry("05", "ss"),
            Map.entry("06", "yy"),
            Map.entry("15", "HH"),
            Map.entry("PM", "a"),
            Map.entry("_2", "ppd"),
            Map.entry("1", "M"),
            Map.entry("2", "d"),
            Map.entry("3", "h"),
            Map.entry("4", "m"),
            Map.entry("5", "s"));

    private Moment() {}

    public static Object member(ZonedDateTime time, String name, List<@Nullable Object> arguments) {
        return switch (name) {
            case "Format" -> format(String.valueOf(first(name, arguments)), time);
            case "Unix" -> time.toEpochSecond();
            case "UTC" -> time.withZoneSameInstant(ZoneOffset.UTC);
            case "IsZero" -> time.getYear() <= 1;
            case "Year" -> (long) time.getYear();
            case "Month" -> format("January", time);
            case "Day" -> (long) time.getDayOfMonth();
            case "Hour" -> (long) time.getHour();
            case "Minute" -> (long) time.getMinute();
            case "Sub" -> {
                if (first(name, arguments) instanceof ZonedDateTime other) {
                    yield Duration.between(other, time);
                }
                throw new Unwritable("Sub wants a time");
            }
            default -> throw Member.missing(name, "a time");
        };
    }

    public static Object member(Duration duration, String name) {
        return switch (name) {
            case "Seconds" -> java.math.BigDecimal.valueOf(duration.toMillis(), 3);
            case "String" -> text(duration);
            default -> throw Member.missing(name, "a duration");
        };
    }

    private static @Nullable Object first(String name, List<@Nullable Object> arguments) {
        if (arguments.isEmpty()) {
            throw new Unwritable(name + " wants an argument");
        }
        return arguments.getFirst();
    }

    /** In Go's words for a layout: {@code 2006-01-02 15:04:05 MST}. */
    public static String format(String layout, ZonedDateTime time) {
        StringBuilder pattern = new StringBuilder();
        int at = 0;
        while (at < layout.length()) {
            int from = at;
            Map.Entry<String, String> token = LAYOUT.stream()
                    .filter(each -> layout.startsWith(each.getKey(), from))
                    .findFirst()
                    .orElse(null);
            if (token == null) {
                pattern.append(layout.charAt(at) == '\'' ? "''" : "'" + layout.charAt(at) + "'");
                at++;
            } else {
                pattern.append(token.getValue());
                at += token.getKey().length();
            }
        }
        ZonedDateTime shown = time.getZone().equals(ZoneOffset.UTC) ? time.withZoneSameInstant(ZoneId.of("UTC")) : time;
        return DateTimeFormatter.ofPattern(pattern.toString().replace("''''", "''"), Locale.ENGLISH)
                .format(shown);
    }

    public static ZonedDateTime in(String zone, ZonedDateTime time) {
        try {
            return time.withZoneSameInstant(ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw new Unwritable("unknown time zone " + zone);
        }
    }

    public static String text(ZonedDateTime time) {
        return format("2006-01-02 15:04:05 -0700 MST", time);
    }

    /** As Go writes durations: {@code 1h2m3s}. */
    public static String text(Duration duration) {
        long seconds = duration.abs().toSeconds();
        String sign = duration.isNegative() ? "-" : "";
        long hours = seconds / 3_600;
        long minutes = seconds / 60 % 60;
        String rest = seconds % 60 + "s";
        return sign + (hours > 0 ? hours + "h" + minutes + "m" + rest : minutes > 0 ? minutes + "m" + rest : rest);
    }
}
