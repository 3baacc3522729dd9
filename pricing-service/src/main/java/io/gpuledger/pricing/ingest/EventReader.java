package io.gpuledger.pricing.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.gpuledger.common.wire.Json;
import io.gpuledger.pricing.ingest.Unreadable.NotCloudEvents;
import io.gpuledger.pricing.ingest.Unreadable.TooLarge;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads a request of CloudEvents, one by one as they come; what is wrong with one is said of that one. */
public final class EventReader {

    public static final int EVENTS_MAX = 10_000;
    public static final long BYTES_MAX = 16L * 1024 * 1024;

    private static final ObjectReader TREE =
            Json.mapper().readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Admission admission;

    public EventReader(Instant now) {
        this.admission = new Admission(now);
    }

    /** What the headers of a request in binary mode say. */
    public record Head(String specVersion, String id, String source, String type) {}

    /** {@code application/cloudevents+json}. */
    public List<Told> single(InputStream body) throws Unreadable {
        return List.of(structured(tree(body)));
    }

    /** Attributes in headers, data in the body. */
    public List<Told> binary(Head head, InputStream body) throws Unreadable {
        return List.of(admission.judge(
                new Admission.Attributes(head.specVersion(), head.id(), head.source(), head.type()), tree(body)));
    }

    /** {@code application/cloudevents-batch+json}. */
    public List<Told> batch(InputStream body) throws Unreadable {
        List<Told> told = new ArrayList<>();
        try (JsonParser parser = Json.mapper().createParser(new BoundedStream(body, BYTES_MAX))) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new NotCloudEvents("a batch must be a JSON array");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (told.size() == EVENTS_MAX) {
                    throw new TooLarge("a request may hold at most " + EVENTS_MAX + " events");
                }
                told.add(structured(TREE.readValue(parser)));
            }
            if (parser.nextToken() != null) {
                throw new NotCloudEvents("something follows the array");
            }
            return told;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Told structured(JsonNode event) {
        return admission.judge(Admission.Attributes.of(event), event.path("data"));
    }

    private static JsonNode tree(InputStream body) throws Unreadable {
        try {
            return Json.mapper().readTree(new BoundedStream(body, BYTES_MAX));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Unreadable unreadable(IOException problem) {
        if (problem instanceof BoundedStream.Exceeded || problem.getCause() instanceof BoundedStream.Exceeded) {
            return new TooLarge("a request may hold at most " + BYTES_MAX + " bytes");
        }
        return new NotCloudEvents(
                problem instanceof JsonProcessingException json && json.getLocation() != null
                        ? "body is not JSON at line " + json.getLocation().getLineNr() + ", column "
                                + json.getLocation().getColumnNr()
                        : "body cannot be read");
    }
}
