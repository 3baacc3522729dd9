package io.gpuledger.common.config;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.gpuledger.common.value.InvalidValue;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as Prometheus and Alertmanager write them: {@code 1d12h}, {@code 5m}, {@code 100ms}, {@code 0}. Units are y
 * (365 d), w, d, h, m, s, ms, each at most once and in this order.
 */
public final class Durations {

    private static final Pattern SYNTAX = Pattern.compile(
            "(?:(\\d{1,9})y)?(?:(\\d{1,9})w)?(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");
    private static final long[] MILLIS = {31_536_000_000L, 604_800_000L, 86_400_000L, 3_600_000L, 60_000L, 1_000L, 1L};
    private static final long MILLIS_MAX = 200 * 31_536_000_000L;
    private static final String[] UNITS = {"y", "w", "d", "h", "m", "s", "ms"};

    private Durations() {}

    public static Duration parse(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        Matcher matcher = SYNTAX.matcher(text);
        InvalidValue.unless(
                !text.isEmpty() && matcher.matches(),
                "duration",
                "must look like 90s, 5m or 1d12h, not '" + text + "'");
        long millis = 0;
        for (int i = 0; i < MILLIS.length; i++) {
            String count = matcher.group(i + 1);
            InvalidValue.unless(
                    count == null || Long.parseLong(count) <= MILLIS_MAX / MILLIS[i],
                    "duration",
                    "must be at most 200y");
            millis += count == null ? 0 : Long.parseLong(count) * MILLIS[i];
        }
        return Duration.ofMillis(millis);
    }

    /** The shortest way to write it; weeks and years are written in days. */
    public static String text(Duration duration) {
        long left = duration.toMillis();
        StringBuilder text = new StringBuilder();
        for (int i = 2; i < MILLIS.length; i++) {
            long count = left / MILLIS[i];
            left %= MILLIS[i];
            if (count > 0) {
                text.append(count).append(UNITS[i]);
            }
        }
        return text.isEmpty() ? "0" : text.toString();
    }

    /** Durations as texts for Jackson. */
    public static Module asText() {
        return new SimpleModule()
                .addDeserializer(Duration.class, new Reader())
                .addSerializer(Duration.class, new Writer());
    }

    private static final class Reader extends StdScalarDeserializer<Duration> {
        Reader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parse(parser.getText());
        }
    }

    private static final class Writer extends StdScalarSerializer<Duration> {
        Writer() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration duration, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(text(duration));
        }
    }
}
