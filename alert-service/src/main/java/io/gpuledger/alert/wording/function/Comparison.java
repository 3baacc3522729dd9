package io.gpuledger.alert.wording.function;

import io.gpuledger.alert.wording.value.Unwritable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is true, and what is equal, less or more. */
public final class Comparison {

    private Comparison() {}

    /** Not empty, not zero, not false, not nothing. */
    public static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case String text -> !text.isEmpty();
            case Long number -> number != 0;
            case BigDecimal number -> number.signum() != 0;
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }

    /** Whether the first equals one of the others. */
    static boolean isOneOf(List<@Nullable Object> arguments) {
        if (arguments.size() < 2) {
            throw new Unwritable("missing argument for comparison");
        }
        Object first = arguments.getFirst();
        return arguments.stream().skip(1).anyMatch(other -> equal(first, other));
    }

    private static boolean equal(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number && other instanceof Number) {
            return number(one).compareTo(number(other)) == 0;
        }
        if (one != null && other != null && !one.getClass().equals(other.getClass())) {
            throw new Unwritable("incompatible types for comparison");
        }
        return Objects.equals(one, other);
    }

    static int compared(List<@Nullable Object> arguments) {
        if (arguments.size() != 2) {
            throw new Unwritable("a comparison wants two arguments");
        }
        Object one = arguments.get(0);
        Object other = arguments.get(1);
        if (one instanceof String text && other instanceof String another) {
            return text.compareTo(another);
        }
        return number(one).compareTo(number(other));
    }

    static BigDecimal number(@Nullable Object value) {
        return switch (value) {
            case Long number -> BigDecimal.valueOf(number);
            case BigDecimal number -> number;
            case null, default -> throw new Unwritable("incompatible types for comparison");
        };
    }
}
