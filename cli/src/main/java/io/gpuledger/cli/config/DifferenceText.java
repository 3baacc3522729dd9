package io.gpuledger.cli.config;

import io.gpuledger.cli.config.Difference.Step;
import io.gpuledger.common.config.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A difference for people: {@code +} is made, {@code ~} changed, {@code -} deleted. */
public final class DifferenceText {

    private DifferenceText() {}

    public static List<String> lines(Difference difference) {
        List<String> lines = new ArrayList<>();
        difference.steps().forEach(step -> add(lines, step));
        long made = difference.steps().stream()
                .filter(step -> step.before() == null)
                .count();
        long deleted =
                difference.steps().stream().filter(step -> step.after() == null).count();
        lines.add(made + " to make, " + (difference.steps().size() - made - deleted) + " to change, " + deleted
                + " to delete, " + difference.unchanged() + " unchanged");
        return lines;
    }

    private static void add(List<String> lines, Step step) {
        Resource before = step.before() == null ? null : Difference.resource(step.before());
        Resource after = step.after();
        lines.add((before == null ? "+ " : after == null ? "- " : "~ ") + step.key());
        if (after == null) {
            return;
        }
        Map<String, Object> was = before == null ? Map.of() : before.form();
        Map<String, Object> is = after.form();
        Set<String> fields = new LinkedHashSet<>(is.keySet());
        fields.addAll(was.keySet());
        fields.remove("name");
        for (String field : fields) {
            addField(lines, field, was.get(field), is.get(field));
        }
    }

    private static void addField(List<String> lines, String field, @Nullable Object was, @Nullable Object is) {
        if (Objects.equals(was, is)) {
            return;
        }
        if (was instanceof List<?> old && is instanceof List<?> now) {
            addEntries(lines, field, old, now);
        } else if (was == null) {
            lines.add("    + " + field + ": " + is);
        } else if (is == null) {
            lines.add("    - " + field + ": " + was);
        } else {
            lines.add("    ~ " + field + ": " + was + " -> " + is);
        }
    }

    private static void addEntries(List<String> lines, String field, List<?> old, List<?> now) {
        int before = lines.size();
        old.stream().filter(entry -> !now.contains(entry)).forEach(entry -> lines.add("    - " + field + ": " + entry));
        now.stream().filter(entry -> !old.contains(entry)).forEach(entry -> lines.add("    + " + field + ": " + entry));
        if (lines.size() == before) {
            lines.add("    ~ " + field + ": in another order");
        }
    }
}
