package io.gpuledger.common.reference;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.common.wire.EventType;
import io.gpuledger.common.wire.Json;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Schemas (2020-12) of the events as they are written, made from the records and what their sources say of them. */
final class EventSchemas {

    private static final String DECIMAL = "^-?[0-9]{1,9}([.][0-9]{1,9})?$";
    private static final String INTEGER = "^-?[0-9]+$";

    private final RecordDocs docs = RecordDocs.read();
    private final SchemaGenerator generator = generator();

    ObjectNode of(EventType type) {
        ObjectNode made = generator.generateSchema(type.type());
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.set("$schema", made.remove("$schema"));
        schema.put("$id", "urn:gpu-ledger:schema:" + type.name());
        schema.put("title", type.name());
        return schema.setAll(made);
    }

    private SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS);
        config.forTypesInGeneral()
                .withPropertySorter(Comparator.comparingInt(member -> 0)) // as declared: the sort is stable
                .withCustomDefinitionProvider(EventSchemas::valueType)
                .withDescriptionResolver(scope -> docs.of(scope.getType().getErasedType()));
        config.forFields().withRequiredCheck(field -> !isNullable(field)).withDescriptionResolver(this::description);
        return new SchemaGenerator(config.build());
    }

    private @Nullable String description(FieldScope field) {
        return field.isFakeContainerItemScope()
                ? null
                : docs.of(field.getDeclaringType().getErasedType(), field.getDeclaredName());
    }

    private static boolean isNullable(FieldScope field) {
        RecordComponent[] components = field.getDeclaringType().getErasedType().getRecordComponents();
        return Arrays.stream(components)
                .filter(component -> component.getName().equals(field.getDeclaredName()))
                .anyMatch(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    private static @Nullable CustomDefinition valueType(ResolvedType type, SchemaGenerationContext context) {
        Class<?> raw = type.getErasedType();
        if (raw == HourlyRate.class) {
            return new CustomDefinition(text().put("pattern", DECIMAL));
        }
        if (raw == Instant.class) {
            return inline(text().put("format", "date-time"));
        }
        if (raw == BigDecimal.class) {
            return inline(JsonNodeFactory.instance.objectNode().put("type", "number"));
        }
        if (raw == Money.class) {
            return new CustomDefinition(amount("usd", "^-?[0-9]+[.][0-9]{9}$"));
        }
        if (raw == GpuTime.class) {
            return new CustomDefinition(amount("hours", "^-?[0-9]+[.][0-9]{6}$"));
        }
        return raw == Map.class ? inline(mapOf(type.getTypeParameters(), context)) : null;
    }

    private static ObjectNode mapOf(List<ResolvedType> keyAndValue, SchemaGenerationContext context) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        if (keyAndValue.getFirst().getErasedType().isEnum()) {
            schema.set("propertyNames", context.createDefinitionReference(keyAndValue.getFirst()));
        }
        schema.set("additionalProperties", context.createDefinitionReference(keyAndValue.getLast()));
        return schema;
    }

    private static CustomDefinition inline(ObjectNode schema) {
        return new CustomDefinition(
                schema, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
    }

    private static ObjectNode amount(String shown, String pattern) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.set(shown, text().put("pattern", pattern));
        properties.set("units", text().put("pattern", INTEGER));
        List.of(shown, "units").forEach(schema.withArray("required")::add);
        return schema;
    }

    private static ObjectNode text() {
        return JsonNodeFactory.instance.objectNode().put("type", "string");
    }
}
