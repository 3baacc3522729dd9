package io.gpuledger.common.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A record of a topic as it was once published. Golden files are only added to, never edited. */
public record Golden(String name, String topic, String key, Map<String, String> headers, JsonNode value) {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private record Document(String topic, String key, Map<String, String> headers, JsonNode value) {}

    public static List<Golden> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Golden::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Golden read(Path file) {
        try {
            Document document = Json.mapper().readValue(file.toFile(), Document.class);
            String name = file.getFileName().toString().replace(".json", "");
            return new Golden(name, document.topic(), document.key(), document.headers(), document.value());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    public String type() {
        return headers.getOrDefault(CloudEventHeaders.TYPE, "");
    }

    byte[] bytes() {
        return value.toString().getBytes(UTF_8);
    }

    Headers kafkaHeaders() {
        Headers kafka = new RecordHeaders();
        headers.forEach((name, text) -> kafka.add(name, text.getBytes(UTF_8)));
        return kafka;
    }

    @Override
    public String toString() {
        return name;
    }
}
