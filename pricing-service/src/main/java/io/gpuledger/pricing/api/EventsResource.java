package io.gpuledger.pricing.api;

import io.gpuledger.common.access.Roles;
import io.gpuledger.pricing.ingest.EventReader;
import io.gpuledger.pricing.ingest.Told;
import io.gpuledger.pricing.ingest.Unreadable;
import io.gpuledger.pricing.publish.OutgoingRecord;
import io.gpuledger.pricing.publish.Publisher;
import io.gpuledger.pricing.publish.Publisher.NotPublished;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where others tell what they saw. */
@Path("/v1/events")
@Tag(name = "Events")
public class EventsResource {

    private static final Logger LOG = Logger.getLogger(EventsResource.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String SINGLE = "application/cloudevents+json";

    private final Publisher publisher;
    private final InstantSource clock;
    private final EventCounts counts;

    public EventsResource(Publisher publisher, InstantSource clock, EventCounts counts) {
        this.publisher = publisher;
        this.clock = clock;
        this.counts = counts;
    }

    @RolesAllowed(Roles.SENDER)
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "tellEvents",
            summary = "Tell what was seen: pods, jobs, balances, prices",
            description = "CloudEvents 1.0 as JSON: structured, batched (at most 10000 events and 16 MiB) or binary. "
                    + "Answers when Kafka has acknowledged. An event told twice counts once.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = BATCH,
                            examples = @ExampleObject(name = "a job", value = EventExamples.BATCH),
                            schema = @Schema(implementation = Object.class)))
    @APIResponse(
            responseCode = "200",
            description = "every event accepted or refused",
            content = @Content(schema = @Schema(implementation = EventResults.class)))
    @APIResponse(
            responseCode = "400",
            description = "not CloudEvents as JSON",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "more than 10000 events or 16 MiB",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "415", description = "another content type")
    @APIResponse(responseCode = "503", description = "Kafka did not acknowledge; tell all of it again")
    public Response tell(InputStream body, @Context HttpHeaders headers) {
        try {
            List<Told> told = read(body, headers);
            if (told == null) {
                return Problem.of(
                                Status.UNSUPPORTED_MEDIA_TYPE,
                                "unsupported-media-type",
                                "Content-Type must be " + SINGLE + " or " + BATCH + ", or come with ce- headers")
                        .build();
            }
            publisher.publish(told.stream()
                    .map(EventsResource::record)
                    .filter(Objects::nonNull)
                    .toList());
            counts.told(told);
            return Response.ok(EventResults.of(told)).build();
        } catch (Unreadable.TooLarge e) {
            return Problem.of(Status.REQUEST_ENTITY_TOO_LARGE, "too-large", String.valueOf(e.getMessage()))
                    .build();
        } catch (Unreadable e) {
            return Problem.of(Status.BAD_REQUEST, "not-cloudevents", String.valueOf(e.getMessage()))
                    .build();
        } catch (NotPublished e) {
            counts.notPublished();
            LOG.warnf("events not published: %s", e.getMessage());
            return Problem.of(Status.SERVICE_UNAVAILABLE, "not-published", "Kafka did not acknowledge; tell it again")
                    .header("Retry-After", RETRY_AFTER_SECONDS)
                    .build();
        }
    }

    private static @Nullable OutgoingRecord record(Told told) {
        return told instanceof Told.Accepted accepted ? accepted.record() : null;
    }

    /** Absent where the content type is none of ours. */
    private @Nullable List<Told> read(InputStream body, HttpHeaders headers) throws Unreadable {
        EventReader reader = new EventReader(clock.instant());
        String type = header(headers, HttpHeaders.CONTENT_TYPE);
        int parameters = type.indexOf(';');
        String subtype =
                (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
        return switch (subtype) {
            case BATCH -> reader.batch(body);
            case SINGLE -> reader.single(body);
            default -> headers.getHeaderString("ce-type") == null ? null : reader.binary(head(headers), body);
        };
    }

    private static EventReader.Head head(HttpHeaders headers) {
        return new EventReader.Head(
                header(headers, "ce-specversion"),
                header(headers, "ce-id"),
                header(headers, "ce-source"),
                header(headers, "ce-type"));
    }

    private static String header(HttpHeaders headers, String name) {
        return Objects.requireNonNullElse(headers.getHeaderString(name), "");
    }
}
