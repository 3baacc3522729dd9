package io.gpuledger.alert.wording.function;

import io.gpuledger.alert.wording.value.Unwritable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts of lists, maps and texts. */
final class Indexing {

    private Indexing() {}

    static @Nullable Object index(List<@Nullable Object> arguments) {
        if (arguments.isEmpty()) {
            throw new Unwritable("index wants a list or a map");
        }
        Object value = arguments.getFirst();
        for (Object key : arguments.subList(1, arguments.size())) {
            value = switch (value) {
                case Map<?, ?> map -> map.containsKey(key) ? map.get(key) : "";
                case List<?> list when key instanceof Long at && at >= 0 && at < list.size() -> list.get(at.intValue());
                case null, default -> throw new Unwritable("index out of range, or of what has no parts");
            };
        }
        return value;
    }

    static Object slice(List<@Nullable Object> arguments) {
        if (arguments.isEmpty()) {
            throw new Unwritable("slice wants a list or a text");
        }
        Object value = arguments.getFirst();
        int size = switch (value) {
            case String text -> text.length();
            case List<?> list -> list.size();
            case null, default -> throw new Unwritable("slice of what has no parts");
        };
        int from = bound(arguments, 1, 0);
        int until = bound(arguments, 2, size);
        if (from < 0 || until > size || from > until) {
            throw new Unwritable("slice out of range");
        }
        return value instanceof String text ? text.substring(from, until) : ((List<?>) value).subList(from, until);
    }

    private static int bound(List<@Nullable Object> arguments, int index, int otherwise) {
        if (index >= arguments.size()) {
            return otherwise;
        }
        if (arguments.get(index) instanceof Long bound && bound >= 0 && bound <= Integer.MAX_VALUE) {
            return bound.intValue();
        }
        throw new Unwritable("slice wants whole numbers");
    }
}
