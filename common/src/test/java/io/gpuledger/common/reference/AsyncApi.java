package io.gpuledger.common.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.gpuledger.common.topic.TopicSettings;
import io.gpuledger.common.wire.CloudEventHeaders;
import io.gpuledger.common.wire.EventType;
import java.util.List;

/** The topics and what travels on them as an AsyncAPI 3 document. */
final class AsyncApi {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();
    private static final String FORMAT = "application/schema+json;version=2020-12";
    private static final List<String> ATTRIBUTES =
            List.of(CloudEventHeaders.ID, CloudEventHeaders.SOURCE, CloudEventHeaders.TYPE, CloudEventHeaders.TIME);

    private AsyncApi() {}

    static String yaml() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("asyncapi", "3.0.0");
        root.putObject("info")
                .put("title", "GPU Ledger")
                .put("version", "1")
                .put("description", "What GPUs cost, who spends it, and who was told, as Kafka topics.")
                .putObject("license")
                .put("name", "Apache-2.0");
        root.put("defaultContentType", "application/json");
        ObjectNode channels = root.putObject("channels");
        TopicSettings.shipped().forEach(topic -> channels.set(topic.name(), channel(topic)));
        ObjectNode messages = root.putObject("components").putObject("messages");
        EventType.ALL.forEach(type -> messages.set(type.name(), message(type)));
        try {
            return YAML.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode channel(TopicSettings topic) {
        ObjectNode channel = JsonNodeFactory.instance
                .objectNode()
                .put("address", topic.name())
                .put("description", topic.purpose());
        List<EventType> types = EventType.ALL.stream()
                .filter(type -> type.topic().equals(topic.name()))
                .toList();
        if (!types.isEmpty()) {
            ObjectNode messages = channel.putObject("messages");
            types.forEach(type -> messages.putObject(type.name()).put("$ref", "#/components/messages/" + type.name()));
        }
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("bindingVersion", "0.5.0").put("partitions", topic.partitions());
        ObjectNode settings = kafka.putObject("topicConfiguration");
        List.of(topic.config().getOrDefault("cleanup.policy", "delete").split(","))
                .forEach(settings.withArray("cleanup.policy")::add);
        if (topic.config().containsKey("retention.ms")) {
            settings.put("retention.ms", Long.parseLong(topic.config().getOrDefault("retention.ms", "")));
        }
        return channel;
    }

    private static ObjectNode message(EventType type) {
        ObjectNode message =
                JsonNodeFactory.instance.objectNode().put("name", type.name()).put("contentType", "application/json");
        message.set("headers", headers(type));
        ObjectNode payload = message.putObject("payload").put("schemaFormat", FORMAT);
        payload.putObject("schema").put("$ref", "schemas/" + type.name() + ".json");
        message.putObject("bindings")
                .putObject("kafka")
                .put("bindingVersion", "0.5.0")
                .putObject("key")
                .put("type", "string");
        return message;
    }

    private static ObjectNode headers(EventType type) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        properties.putObject(CloudEventHeaders.SPEC_VERSION).put("const", "1.0");
        ATTRIBUTES.forEach(name -> properties.putObject(name).put("type", "string"));
        properties.putObject(CloudEventHeaders.TYPE).put("const", type.name());
        properties.withObject(CloudEventHeaders.TIME).put("format", "date-time");
        properties.putObject(CloudEventHeaders.CONTENT_TYPE).put("const", "application/json");
        properties.fieldNames().forEachRemaining(headers.withArray("required")::add);
        return headers;
    }
}
