package io.gpuledger.cli.bills;

import io.gpuledger.cli.service.Refused;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which column of the file holds what; a field that is not mapped is in the column of its own name, if there is one. */
public record BillColumns(Map<Field, String> names) {

    /** What a line of a bill is made of. */
    public enum Field {
        LINE("line", false),
        RESOURCE("resource", false),
        FROM("from", true),
        UNTIL("until", true),
        AMOUNT("amount", true),
        KIND("kind", false),
        GPU_HOURS("gpuHours", false),
        SKU("sku", false),
        DESCRIPTION("description", false);

        private final String word;
        private final boolean required;

        Field(String word, boolean required) {
            this.word = word;
            this.required = required;
        }

        String word() {
            return word;
        }
    }

    public BillColumns {
        names = Map.copyOf(names);
    }

    /** Reads {@code from=COL,amount=COL,...}; absent maps nothing. */
    public static BillColumns parse(@Nullable String text) throws Refused {
        Map<Field, String> names = new EnumMap<>(Field.class);
        for (String pair : text == null ? List.<String>of() : List.of(text.split(",", -1))) {
            int equals = pair.indexOf('=');
            Field field = named(equals < 0 ? pair : pair.substring(0, equals).strip());
            String column = equals < 0 ? "" : pair.substring(equals + 1).strip();
            if (field == null) {
                throw Refused.badInput("--map: '" + pair + "' is not FIELD=COL with a field of " + words());
            }
            if (column.isEmpty() || names.put(field, column) != null) {
                throw Refused.badInput("--map: " + field.word + " needs exactly one column");
            }
        }
        return new BillColumns(names);
    }

    private static @Nullable Field named(String word) {
        return Arrays.stream(Field.values())
                .filter(field -> field.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    private static String words() {
        return Arrays.stream(Field.values()).map(Field::word).collect(Collectors.joining(", "));
    }

    /** The columns a file must have. */
    Collection<String> required() {
        return Arrays.stream(Field.values())
                .filter(field -> field.required || names.containsKey(field))
                .map(this::column)
                .toList();
    }

    private String column(Field field) {
        return names.getOrDefault(field, field.word);
    }

    /** The places of the columns in a file with this header. */
    Map<Field, Integer> places(List<String> header) throws Refused {
        Map<Field, Integer> places = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            int place = header.indexOf(column(field));
            if (place >= 0) {
                places.put(field, place);
            } else if (field.required || names.containsKey(field)) {
                throw Refused.badInput("the file has no column '" + column(field) + "' for " + field.word + "; it has "
                        + String.join(", ", header) + " (--map " + field.word + "=COL says which it is)");
            }
        }
        return places;
    }
}
