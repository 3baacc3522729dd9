package io.gpuledger.common.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.gpuledger.common.wire.EventType;
import io.gpuledger.common.wire.Golden;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceTest {

    private static final Path FOLDER = Path.of("../docs/reference");
    private static final String WRITE = "gpu-ledger.write-reference";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final Map<String, ObjectNode> SCHEMAS = schemas();

    static List<Golden> golden() {
        return Golden.all();
    }

    static List<EventType> types() {
        return EventType.ALL;
    }

    @Test
    void theReferenceSaysWhatTheCodeSays() throws IOException {
        Map<String, String> pages = pages();
        if (Boolean.getBoolean(WRITE)) {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
        }

        for (Map.Entry<String, String> page : pages.entrySet()) {
            assertThat(FOLDER.resolve(page.getKey()))
                    .as(
                            "docs/reference/%s does not say what the code says. Run ./mvnw -pl common test -D%s=true "
                                    + "-Dtest=ReferenceTest, read the difference, and commit it",
                            page.getKey(), WRITE)
                    .content()
                    .isEqualTo(page.getValue());
        }
    }

    @Test
    void thereIsNoSchemaWithoutItsEvent() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("schemas"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(SCHEMAS.keySet());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everySchemaIsASchema(EventType type) {
        JsonSchema meta = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012));

        assertThat(meta.validate(schema(type.name()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void whatWasPublishedKeepsItsSchema(Golden golden) {
        assertThat(validator(golden.type()).validate(golden.value())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void anEventThatLacksAFieldThatIsAlwaysThereBreaksItsSchema(Golden golden) {
        for (JsonNode field : schema(golden.type()).get("required")) {
            ObjectNode without = golden.value().deepCopy();
            without.remove(field.asText());

            assertThat(validator(golden.type()).validate(without))
                    .as("%s without %s", golden, field)
                    .isNotEmpty();
        }
    }

    @Test
    void everyFieldThatIsWrittenStandsInItsSchema() {
        for (Golden golden : golden()) {
            List<String> described = names(schema(golden.type()).get("properties"));
            assertThat(described).as(golden.name()).containsAll(names(golden.value()));
        }
    }

    private static List<String> names(JsonNode node) {
        return Stream.generate(node.fieldNames()::next).limit(node.size()).toList();
    }

    private static JsonSchema validator(String type) {
        return FACTORY.getSchema(schema(type), STRICT);
    }

    private static JsonNode schema(String type) {
        return SCHEMAS.getOrDefault(type, Json.mapper().createObjectNode());
    }

    private static Map<String, ObjectNode> schemas() {
        EventSchemas schemas = new EventSchemas();
        return EventType.ALL.stream().collect(Collectors.toMap(EventType::name, schemas::of));
    }

    private static Map<String, String> pages() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        for (Map.Entry<String, ObjectNode> schema : SCHEMAS.entrySet()) {
            String text = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema.getValue());
            pages.put("schemas/" + schema.getKey() + ".json", text + "\n");
        }
        pages.put("asyncapi.yaml", AsyncApi.yaml());
        pages.put("topics.md", TopicsPage.markdown());
        return pages;
    }
}
