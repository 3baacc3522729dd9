package io.gpuledger.common.topic;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.gpuledger.common.value.InvalidValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a topic is created.
 *
 * @param partitions 1 to {@value #PARTITIONS_MAX}; topics of one {@code copartitioned} group must have the same number
 * @param config Kafka's own topic settings by their own names
 */
public record TopicSettings(String name, String purpose, int partitions, Map<String, String> config) {

    public static final int PARTITIONS_MAX = 1_000;

    public TopicSettings {
        InvalidValue.unless(name != null && !name.isBlank(), "name", "is required");
        InvalidValue.unless(
                partitions >= 1 && partitions <= PARTITIONS_MAX, "partitions", "must be from 1 to " + PARTITIONS_MAX);
        config = config == null ? Map.of() : Map.copyOf(config);
    }

    private record Document(List<TopicSettings> topics) {}

    /** The settings that are shipped: {@code topics.yaml} beside this class. */
    public static List<TopicSettings> shipped() {
        try (InputStream in = Objects.requireNonNull(
                TopicSettings.class.getResourceAsStream("/io/gpuledger/topics.yaml"), "topics.yaml is missing")) {
            return read(in);
        } catch (IOException e) {
            throw new IllegalStateException("the shipped topics.yaml cannot be read", e);
        }
    }

    public static List<TopicSettings> read(InputStream yaml) throws IOException {
        return YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(yaml, Document.class)
                .topics();
    }
}
