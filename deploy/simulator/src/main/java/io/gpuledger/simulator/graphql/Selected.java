package io.gpuledger.simulator.graphql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts an object down to what was asked for. */
public final class Selected {

    private Selected() {}

    /** @param type the name of the object's type, for the error when a field does not exist */
    public static @Nullable Object of(@Nullable Object value, String type, List<Field> selection) throws Unanswerable {
        if (value instanceof List<?> list) {
            List<@Nullable Object> cut = new ArrayList<>();
            for (Object element : list) {
                cut.add(of(element, type, selection));
            }
            return cut;
        }
        return value instanceof Map<?, ?> object && !selection.isEmpty() ? object(object, type, selection) : value;
    }

    private static Map<String, @Nullable Object> object(Map<?, ?> object, String type, List<Field> selection)
            throws Unanswerable {
        Map<String, @Nullable Object> cut = new LinkedHashMap<>();
        for (Field field : selection) {
            if (!object.containsKey(field.name())) {
                throw Unanswerable.field(field.name(), type);
            }
            cut.put(field.alias(), of(object.get(field.name()), typeOf(field.name()), field.selection()));
        }
        return cut;
    }

    private static String typeOf(String field) {
        return switch (field) {
            case "myself" -> "User";
            case "pods" -> "Pod";
            case "gpuTypes" -> "GpuType";
            case "lowestPrice" -> "LowestPrice";
            case "machine" -> "PodMachineInfo";
            case "runtime" -> "PodRuntime";
            default -> Character.toUpperCase(field.charAt(0)) + field.substring(1);
        };
    }
}
