package io.gpuledger.ledger.query.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.config.Rule.Metric;
import io.gpuledger.common.value.InvalidValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to do when a rule fires, by metric: the sections of one file that is shipped. */
public final class Runbooks {

    private static final String FILE = "/runbooks.md";
    private static final String SECTION = "## ";
    private static final Map<String, String> BY_METRIC = read();

    private Runbooks() {}

    /** @throws InvalidValue where there is no such metric */
    public static String of(String metric) {
        String text = BY_METRIC.get(metric);
        if (text == null) {
            throw new InvalidValue(
                    "metric",
                    Arrays.stream(Metric.values())
                            .map(Metric::word)
                            .collect(Collectors.joining(", ", "must be one of ", "")));
        }
        return text;
    }

    private static Map<String, String> read() {
        Map<String, String> sections = new TreeMap<>();
        String[] parts = text().split("(?m)^" + SECTION);
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            String metric = part.lines().findFirst().orElseThrow().strip();
            sections.put(metric, "# " + part.strip() + "\n");
        }
        return sections;
    }

    private static String text() {
        try (@Nullable InputStream in = Runbooks.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not there");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
