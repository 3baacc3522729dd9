package io.gpuledger.alert.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * What came back.
 *
 * @param answer what the status alone means
 * @param status 0 where there was none
 * @param headers by their names in lower case
 * @param body its beginning, at most {@value Wire#BODY_BYTES_MAX} bytes; never shown to anybody
 */
public record Reply(Answer answer, int status, Map<String, String> headers, byte[] body) {

    public boolean isDelivered() {
        return answer instanceof Answer.Delivered;
    }

    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Missing where the body is none. */
    public JsonNode json() {
        try {
            JsonNode node = Json.mapper().readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
