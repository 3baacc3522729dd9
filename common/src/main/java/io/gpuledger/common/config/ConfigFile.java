package io.gpuledger.common.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.wire.Json;
import io.gpuledger.common.wire.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads configuration files strictly: an unknown field, a wrong type or a broken rule is an error with its line. */
public final class ConfigFile {

    /** No configuration file is larger; what is, is not one. */
    public static final long BYTES_MAX = 10_000_000;

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(Durations.asText())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ConfigFile() {}

    /** A configuration file that cannot be used; the message is one line: file, line, field and rule. */
    public static final class Refused extends Exception {
        public Refused(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The whole file, checked. */
    public static LedgerFile read(Path file) throws Refused {
        return parse(file.toString(), text(file));
    }

    /** A file of another kind, read just as strictly; it must not be empty. */
    public static <T> T read(Path file, Class<T> type) throws Refused {
        T read = strictly(file.toString(), text(file), type);
        if (read == null) {
            throw new Refused(file + ": is empty", null);
        }
        return read;
    }

    private static String text(Path file) throws Refused {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new Refused(file + ": is larger than " + BYTES_MAX + " bytes", null);
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new Refused(file + ": no such file", e);
        } catch (IOException e) {
            throw new Refused(file + ": cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    /** @param name how the text is called in messages */
    public static LedgerFile parse(String name, String yaml) throws Refused {
        LedgerFile file = strictly(name, yaml, LedgerFile.class);
        return file == null ? LedgerFile.EMPTY : file;
    }

    /** Absent where nothing is written. */
    private static <T> @Nullable T strictly(String name, String yaml, Class<T> type) throws Refused {
        if (yaml.lines().allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"))) {
            return null;
        }
        try {
            return MAPPER.readValue(yaml, type);
        } catch (JsonProcessingException e) {
            throw new Refused(name + where(yaml, e) + ": " + Malformed.place(e) + Malformed.reason(e), e);
        }
    }

    /** One thing of a file, or what it is part of, as JSON and just as strict; refused by its field and rule. */
    public static <T> T entry(String json, Class<T> type) {
        try {
            JsonNode tree = Json.mapper().readTree(json);
            InvalidValue.unless(tree != null && tree.isObject(), "body", "is required, a JSON object");
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new InvalidValue("body", Malformed.place(e) + Malformed.reason(e));
        }
    }

    private static String where(String yaml, JsonProcessingException problem) {
        if (problem instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return ":" + YamlLines.of(yaml, mapping.getPath());
        }
        return problem.getLocation() == null ? "" : ":" + problem.getLocation().getLineNr();
    }
}
