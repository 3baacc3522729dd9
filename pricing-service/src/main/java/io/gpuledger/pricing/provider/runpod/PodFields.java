package io.gpuledger.pricing.provider.runpod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads single fields of a pod, leniently where the ledger can do without, strictly where it cannot. */
final class PodFields {

    private static final int GIGABYTES_MAX = 100_000_000;

    private PodFields() {}

    static String id(JsonNode pod) {
        return Limits.name("id", pod.path("id").textValue());
    }

    /** The name, cut to what an event holds; empty where there is none. */
    static String name(JsonNode pod) {
        String name = pod.path("name").asText("").replaceAll("\\p{Cntrl}", " ").strip();
        return name.substring(0, Math.min(name.length(), Limits.NAME_CHARS_MAX));
    }

    /** A text an event can hold; absent otherwise. */
    static @Nullable String text(JsonNode node) {
        String text = node.textValue();
        return text == null || text.isBlank() || text.length() > Limits.NAME_CHARS_MAX ? null : text;
    }

    static long gigabytes(JsonNode node, String field) {
        if (node.isMissingNode() || node.isNull()) {
            return 0;
        }
        InvalidValue.unless(
                node.canConvertToExactIntegral() && node.asLong() >= 0 && node.asLong() <= GIGABYTES_MAX,
                field,
                "must be a number of gigabytes");
        return node.asLong();
    }

    /** Thousandths of a GPU; a count that cannot be read would make GPU-hours vanish, so it is an error. */
    static long milliGpus(JsonNode count, String field) {
        InvalidValue.unless(count.isIntegralNumber() && count.asLong() >= 0, field, "must be a whole number of GPUs");
        return Math.multiplyExact(count.asLong(), 1000L);
    }

    /** An instant with its zone; absent where it is missing or has none. */
    static @Nullable Instant instant(JsonNode node) {
        try {
            return node.isTextual() ? OffsetDateTime.parse(node.textValue()).toInstant() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The mean of a percentage over the GPUs; absent where there is none. */
    static @Nullable Integer utilisation(JsonNode gpus, String field) {
        int sum = 0;
        int count = 0;
        for (JsonNode gpu : gpus) {
            JsonNode percent = gpu.path(field);
            if (percent.isNumber() && percent.asInt() >= 0 && percent.asInt() <= 100) {
                sum += percent.asInt();
                count++;
            }
        }
        return count == 0 ? null : (sum + count / 2) / count;
    }

    static void label(Map<String, String> labels, String name, JsonNode value) {
        String text = text(value);
        if (text != null) {
            labels.put(name, text);
        }
    }

    static Map<String, String> labels() {
        return new TreeMap<>();
    }

    /** Only these fields of a pod, for a dead letter: whatever else it holds may be secret. */
    static ObjectNode only(JsonNode pod, Set<String> fields) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        fields.stream().sorted().filter(pod::has).forEach(field -> kept.set(field, pod.get(field)));
        return kept;
    }
}
