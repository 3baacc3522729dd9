package io.gpuledger.simulator.graphql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field asked for.
 *
 * @param alias what it is called in the answer
 * @param arguments values as text; nested objects are maps
 */
public record Field(String name, String alias, Map<String, @Nullable Object> arguments, List<Field> selection) {

    /** The text of an argument inside {@code input}, or of the argument itself; empty where there is none. */
    public String argument(String argument) {
        Object holder = arguments.get("input");
        Object value = holder instanceof Map<?, ?> input ? input.get(argument) : arguments.get(argument);
        return value == null ? "" : value.toString();
    }
}
