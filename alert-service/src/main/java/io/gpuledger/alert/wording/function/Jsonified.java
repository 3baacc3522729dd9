package io.gpuledger.alert.wording.function;

import io.gpuledger.alert.wording.function.Printer.Markup;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value as JSON; what is neither text, number, list nor map is written as a text. */
public final class Jsonified {

    private Jsonified() {}

    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean truth -> truth.toString();
            case Long number -> number.toString();
            case BigDecimal number -> Printer.text(number);
            case Markup markup -> quoted(markup.text());
            case ZonedDateTime time -> quoted(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> quoted(String.valueOf(entry.getKey())) + ":" + of(entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining(",", "{", "}"));
            case List<?> list -> list.stream().map(Jsonified::of).collect(Collectors.joining(",", "[", "]"));
            default -> quoted(Printer.text(value));
        };
    }

    /** With its quotation marks. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ') {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
