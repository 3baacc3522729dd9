package io.gpuledger.common.config.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.gpuledger.common.config.Durations;
import io.gpuledger.common.value.Decimals;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.wire.Malformed;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/** Bodies of resources as the file writes them: durations as texts, decimals without needless zeros, nothing empty. */
final class Forms {

    private static final TypeReference<Map<String, Object>> FORM = new TypeReference<>() {};

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(Durations.asText())
            .addModule(new SimpleModule()
                    .addSerializer(HourlyRate.class, new RateWriter())
                    .addSerializer(BigDecimal.class, new DecimalWriter()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .build();

    private Forms() {}

    /** @param field what the form is called in messages */
    static <T> T read(String field, Map<String, Object> form, Class<T> type) {
        try {
            return MAPPER.readValue(MAPPER.writeValueAsBytes(form), type);
        } catch (IOException e) {
            throw refused(field, e);
        }
    }

    /** A form as JSON writes it. */
    static Map<String, Object> read(String field, String json) {
        try {
            Map<String, Object> form = MAPPER.readValue(json, FORM);
            InvalidValue.unless(form != null, field, "must be an object with fields");
            return form;
        } catch (IOException e) {
            throw refused(field, e);
        }
    }

    static String text(Object body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a body that was read cannot be written", e);
        }
    }

    static Map<String, Object> form(Object body) {
        return read("body", text(body));
    }

    private static InvalidValue refused(String field, IOException problem) {
        String place = problem instanceof JsonMappingException mapping ? Malformed.place(mapping) : "";
        String where = place.isEmpty() ? "" : place.substring(0, place.length() - 2);
        for (Throwable t = problem; t != null; t = t.getCause()) {
            if (t instanceof InvalidValue invalid) {
                boolean nested = !where.isEmpty() && !where.equals(invalid.field());
                return new InvalidValue(nested ? where + "." + invalid.field() : invalid.field(), invalid.rule());
            }
        }
        String reason = Malformed.reason(problem);
        return reason.startsWith("unknown field")
                ? new InvalidValue(where, "is no field of it")
                : new InvalidValue(where.isEmpty() ? field : where, reason);
    }

    private static final class RateWriter extends StdScalarSerializer<HourlyRate> {
        RateWriter() {
            super(HourlyRate.class);
        }

        @Override
        public void serialize(HourlyRate rate, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(Decimals.shortest(rate.dollars()));
        }
    }

    private static final class DecimalWriter extends StdScalarSerializer<BigDecimal> {
        DecimalWriter() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal decimal, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(Decimals.shortest(decimal));
        }
    }
}
