package io.gpuledger.pricing.api;

import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error as RFC 9457 words it. */
@Schema(description = "What is wrong with a request (RFC 9457)")
public record Problem(
        @Schema(examples = "urn:gpu-ledger:problem:too-large")
        String type,

        @Schema(examples = "Content Too Large") String title,
        @Schema(examples = "413") int status,

        @Schema(examples = "a request may hold at most 10000 events")
        String detail) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String PREFIX = "urn:gpu-ledger:problem:";

    static Response.ResponseBuilder of(Response.Status status, String name, String detail) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem(PREFIX + name, status.getReasonPhrase(), status.getStatusCode(), detail));
    }
}
