package io.gpuledger.alert.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.gpuledger.common.wire.Json;
import org.jspecify.annotations.Nullable;

/** Reads what clients of Alertmanager post as it does: a number or a boolean is no text. */
final class PostedBody {

    private static final JsonMapper MAPPER = Json.mapper()
            .rebuild()
            .withCoercionConfig(
                    LogicalType.Textual,
                    coercions -> coercions
                            .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private PostedBody() {}

    static <T> @Nullable T read(@Nullable JsonNode body, Class<T> type) throws JsonProcessingException {
        return MAPPER.treeToValue(body, type);
    }
}
