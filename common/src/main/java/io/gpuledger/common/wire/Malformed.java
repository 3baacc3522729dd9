package io.gpuledger.common.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.gpuledger.common.value.InvalidValue;
import java.util.List;

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
        if (problem instanceof JsonProcessingException json) {
            return firstLine(json.getOriginalMessage());
        }
        return problem.getClass().getSimpleName();
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
