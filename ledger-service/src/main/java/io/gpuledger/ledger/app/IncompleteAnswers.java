package io.gpuledger.ledger.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gpuledger.common.wire.Json;
import io.gpuledger.ledger.query.ask.Incomplete;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says in the answer itself what it lacks: status 206, a header, and in an object the field {@code incomplete}. */
@Singleton
class IncompleteAnswers {

    static final String HEADER = "Gpu-Ledger-Incomplete";

    private static final int OK = 200;
    private static final int PARTIAL = 206;

    private final Gaps gaps;

    IncompleteAnswers(Gaps gaps) {
        this.gaps = gaps;
    }

    @ServerResponseFilter
    void say(ContainerResponseContext answer) throws JsonProcessingException {
        Incomplete gap = answer.getStatus() == OK ? gaps.gap() : null;
        if (gap == null) {
            return;
        }
        answer.setStatus(PARTIAL);
        answer.getHeaders().putSingle(HEADER, Json.mapper().writeValueAsString(gap));
        JsonNode body = Json.mapper().valueToTree(answer.getEntity());
        if (body instanceof ObjectNode object) {
            object.set("incomplete", Json.mapper().valueToTree(gap));
            answer.setEntity(object);
        }
    }
}
