package io.gpuledger.common.event.action;

import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is left alone: one condition that fits is enough.
 *
 * @param pods ids of pods or endpoints, the provider's own or {@code provider/account/id}
 * @param names whole names of pods, where {@code *} stands for any characters
 * @param labels labels of the alert, or of the pod, with exactly these values; each by itself is enough
 */
public record Exemption(List<String> pods, List<String> names, Map<String, String> labels) {

    public static final int ENTRIES_MAX = 1_000;
    public static final Exemption NONE = new Exemption(List.of(), List.of(), Map.of());

    private static final Pattern STAR = Pattern.compile("*", Pattern.LITERAL);

    public Exemption {
        pods = bounded("exempt.pods", pods);
        names = bounded("exempt.names", names);
        labels = Limits.labels("exempt.labels", labels);
    }

    private static List<String> bounded(String field, @Nullable List<String> list) {
        List<String> given = list == null ? List.of() : List.copyOf(list);
        InvalidValue.unless(given.size() <= ENTRIES_MAX, field, "must have at most " + ENTRIES_MAX + " entries");
        given.forEach(entry -> Limits.name(field, entry));
        return given;
    }

    /** Why it is left alone; absent where it is not. An id and a name that are not known fit nothing. */
    public @Nullable String reason(@Nullable String id, @Nullable String name, Map<String, String> itsLabels) {
        for (String pod : pods) {
            if (id != null && (pod.equals(id) || pod.endsWith("/" + id))) {
                return "the pod " + pod + " is exempt";
            }
        }
        for (String pattern : names) {
            if (name != null && glob(pattern).matcher(name).matches()) {
                return "names like " + pattern + " are exempt";
            }
        }
        return labels.entrySet().stream()
                .filter(label -> label.getValue().equals(itsLabels.get(label.getKey())))
                .map(label -> label.getKey() + "=" + label.getValue() + " is exempt")
                .findFirst()
                .orElse(null);
    }

    private static Pattern glob(String pattern) {
        return Pattern.compile(
                Arrays.stream(STAR.split(pattern, -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
