package io.gpuledger.alert.wording.function;

import io.gpuledger.alert.wording.value.Labels;
import io.gpuledger.alert.wording.value.Moment;
import io.gpuledger.alert.wording.value.Unwritable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as Go prints them. */
public final class Printer {

    private static final int WIDTH_MAX = 200;
    private static final int DECIMALS = 6;

    private Printer() {}

    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "<no value>";
            case ZonedDateTime time -> Moment.text(time);
            case Duration duration -> Moment.text(duration);
            case BigDecimal number -> plain(number);
            case Labels labels -> labels.toString();
            case Markup markup -> markup.text();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + text(entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining(" ", "map[", "]"));
            case List<?> list
            when list.getClass().getPackageName().startsWith("java.") ->
                list.stream().map(Printer::text).collect(Collectors.joining(" ", "[", "]"));
            default -> value.toString();
        };
    }

    /** Text that is HTML already, and not escaped again. */
    public record Markup(String text) {}

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Blanks between two that are no texts, as Go's {@code Sprint} has it. */
    static String print(List<@Nullable Object> arguments) {
        StringBuilder printed = new StringBuilder();
        for (int i = 0; i < arguments.size(); i++) {
            boolean apart = i > 0 && !(arguments.get(i) instanceof String) && !(arguments.get(i - 1) instanceof String);
            printed.append(apart ? " " : "").append(text(arguments.get(i)));
        }
        return printed.toString();
    }

    static String formatted(List<@Nullable Object> arguments) {
        if (arguments.isEmpty() || !(arguments.getFirst() instanceof String format)) {
            throw new Unwritable("printf wants a format");
        }
        StringBuilder printed = new StringBuilder();
        int next = 1;
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at++);
            if (c != '%' || at == format.length()) {
                printed.append(c);
                continue;
            }
            int from = at;
            while (at < format.length() && "+-# 0123456789.".indexOf(format.charAt(at)) >= 0) {
                at++;
            }
            String flags = format.substring(from, at);
            char verb = at < format.length() ? format.charAt(at++) : '%';
            if (verb == '%') {
                printed.append('%');
            } else if (next < arguments.size()) {
                printed.append(verb(verb, flags, arguments.get(next++)));
            } else {
                printed.append("%!").append(verb).append("(MISSING)");
            }
        }
        return printed.toString();
    }

    private static String verb(char verb, String flags, @Nullable Object value) {
        int dot = flags.indexOf('.');
        String width = (dot < 0 ? flags : flags.substring(0, dot)).replaceAll("[+# ]", "");
        int places = dot < 0 ? -1 : dot + 1 == flags.length() ? 0 : bounded(flags.substring(dot + 1));
        String shown = switch (verb) {
            case 'q' -> "\"" + text(value).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            case 'f', 'F' ->
                Comparison.number(value)
                        .setScale(places < 0 ? DECIMALS : places, RoundingMode.HALF_EVEN)
                        .toPlainString();
            case 'x' -> Long.toHexString(Comparison.number(value).longValue());
            case 's', 'v' -> places < 0 ? text(value) : cut(text(value), places);
            case 'd', 't', 'g', 'T' -> text(value);
            default -> "%!" + verb + "(" + text(value) + ")";
        };
        String signed = flags.contains("+") && value instanceof Number && !shown.startsWith("-") ? "+" + shown : shown;
        return padded(signed, width);
    }

    private static String cut(String text, int places) {
        return text.codePointCount(0, text.length()) <= places
                ? text
                : text.substring(0, text.offsetByCodePoints(0, places));
    }

    private static String padded(String text, String width) {
        boolean left = width.startsWith("-");
        boolean zeros = width.startsWith("0");
        String digits = width.replaceAll("^[-0]+", "");
        int missing = digits.isEmpty() ? 0 : bounded(digits) - text.length();
        if (missing <= 0) {
            return text;
        }
        return left ? text + " ".repeat(missing) : (zeros ? "0" : " ").repeat(missing) + text;
    }

    private static int bounded(String digits) {
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > WIDTH_MAX) {
            throw new Unwritable("a width in printf is at most " + WIDTH_MAX);
        }
        return Integer.parseInt(digits);
    }
}
