package io.gpuledger.common.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.gpuledger.common.value.InvalidValue;
import java.lang.reflect.Field;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says why JSON or YAML could not be read: field and rule, one line, without the text that was read. */
public final class Malformed {

    private Malformed() {}

    public static String reason(Exception problem) {
        for (Throwable t = problem; t != null; t = t.getCause()) {
            if (t instanceof InvalidValue invalid) {
                return invalid.field() + " " + invalid.rule();
            }
        }
        if (problem instanceof UnrecognizedPropertyException unknown) {
            return "unknown field '" + unknown.getPropertyName() + "'";
        }
        return switch (problem) {
            case InvalidFormatException unfit -> "must be " + wanted(unfit.getTargetType());
            case MismatchedInputException unfit when isMissing(unfit) -> "is required";
            case MismatchedInputException unfit -> "must be " + wanted(unfit.getTargetType());
            case JsonMappingException other -> "is not valid";
            case JsonProcessingException torn when isRepeated(torn) -> firstLine(torn.getOriginalMessage());
            case JsonProcessingException torn -> "is not well-formed";
            default -> problem.getClass().getSimpleName();
        };
    }

    private static boolean isMissing(MismatchedInputException problem) {
        return problem.getOriginalMessage().startsWith("Cannot map `null`");
    }

    private static boolean isRepeated(JsonProcessingException problem) {
        return problem.getOriginalMessage().startsWith("Duplicate field");
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getFields())
                            .filter(Field::isEnumConstant)
                            .map(Malformed::word)
                            .collect(Collectors.joining(", "));
        }
        if (type == Instant.class) {
            return "a time such as 2026-11-21T08:00:00Z";
        }
        if (type == ZoneId.class) {
            return "a time zone such as Europe/Berlin";
        }
        if (List.of(int.class, Integer.class, long.class, Long.class).contains(type)) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        return Collection.class.isAssignableFrom(type)
                ? "a list"
                : type == String.class ? "a text" : "an object with fields";
    }

    private static String word(Field constant) {
        JsonProperty renamed = constant.getAnnotation(JsonProperty.class);
        return renamed == null ? constant.getName() : renamed.value();
    }

    /** Where in the document the problem lies, such as {@code accounts[0]: }; empty at its root. */
    public static String place(JsonProcessingException problem) {
        if (!(problem instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return "";
        }
        StringBuilder place = new StringBuilder();
        List<Reference> path = mapping.getPath();
        for (Reference step : path) {
            if (step.getFieldName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return place.append(": ").toString();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
