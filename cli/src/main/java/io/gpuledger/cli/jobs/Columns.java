package io.gpuledger.cli.jobs;

import io.gpuledger.cli.service.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which column of the file holds what. */
public record Columns(Map<Field, String> names) {

    /** What a job is made of. */
    public enum Field {
        ID(true),
        OWNER(true),
        GPUS(true),
        START(true),
        END(true),
        PROJECT(false),
        SKU(false);

        private final boolean required;

        Field(boolean required) {
            this.required = required;
        }

        private static Optional<Field> named(String name) {
            return List.of(values()).stream()
                    .filter(field -> field.word().equals(name))
                    .findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String EXAMPLE = "id=COL,owner=COL,gpus=COL,start=COL,end=COL[,project=COL][,sku=COL]";

    public Columns {
        names = Map.copyOf(names);
    }

    /** Reads {@code id=COL,owner=COL,...}. */
    public static Columns parse(String text) throws Refused {
        Map<Field, String> names = new HashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            Field field = Field.named(
                            equals < 0 ? pair : pair.substring(0, equals).strip())
                    .orElseThrow(() -> Refused.badInput("--map: '" + pair + "' is not one of " + EXAMPLE));
            String column = equals < 0 ? "" : pair.substring(equals + 1).strip();
            if (column.isEmpty() || names.put(field, column) != null) {
                throw Refused.badInput("--map: " + field.word() + " needs exactly one column");
            }
        }
        for (Field field : Field.values()) {
            if (field.required && !names.containsKey(field)) {
                throw Refused.badInput("--map: " + field.word() + "=COL is missing; it reads " + EXAMPLE);
            }
        }
        return new Columns(names);
    }

    /** The places of these columns in a file with this header. */
    Map<Field, Integer> places(List<String> header) throws Refused {
        Map<Field, Integer> places = new HashMap<>();
        for (Map.Entry<Field, String> entry : names.entrySet()) {
            int place = header.indexOf(entry.getValue());
            if (place < 0) {
                throw Refused.badInput("the file has no column '" + entry.getValue() + "' for "
                        + entry.getKey().word() + "; it has " + String.join(", ", header));
            }
            places.put(entry.getKey(), place);
        }
        return places;
    }
}
