package io.gpuledger.simulator.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** Reads scenarios strictly: an unknown field or a broken rule is an error that says where. */
public final class ScenarioFile {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .addModule(new SimpleModule().addDeserializer(Duration.class, new OffsetReader()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ScenarioFile() {}

    /** A scenario that cannot be used; the message is one line. */
    public static final class Refused extends Exception {
        Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    public static Scenario read(Path file) throws Refused {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new Refused(file + ": cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    /** The scenario that is shipped: a steady fleet of three teams, and a run-away. */
    public static Scenario demo() {
        try (InputStream in = Objects.requireNonNull(
                Scenario.class.getResourceAsStream("/io/gpuledger/simulator/demo.yaml"), "demo.yaml is missing")) {
            return parse("demo.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | Refused e) {
            throw new IllegalStateException("the shipped scenario cannot be read: " + e.getMessage(), e);
        }
    }

    /** @param name how the text is called in messages */
    public static Scenario parse(String name, String yaml) throws Refused {
        try {
            return MAPPER.readValue(yaml, Scenario.class);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new Refused(name + ":" + line + ": " + reason(e), e);
        }
    }

    private static String reason(JsonProcessingException problem) {
        for (Throwable t = problem; t != null; t = t.getCause()) {
            if (t instanceof Broken broken) {
                return String.valueOf(broken.getMessage());
            }
        }
        return problem.getOriginalMessage().lines().findFirst().orElse("is not a scenario");
    }

    private static final class OffsetReader extends StdScalarDeserializer<Duration> {
        OffsetReader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Offsets.parse(parser.getText());
        }
    }
}
