package io.gpuledger.pricing.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.JobStarted;
import io.gpuledger.common.event.JobStopped;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import io.gpuledger.common.wire.EventType;
import io.gpuledger.common.wire.Json;
import io.gpuledger.common.wire.Malformed;
import io.gpuledger.pricing.publish.OutgoingRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Which events are taken from others: observations and records. Markers of polls are not: they tell how many pods are in
 * a partition, which only the one who wrote them knows; who tells pods from outside says when one is GONE.
 */
final class Admission {

    /** How far the clock of a teller may be ahead; the ledger judges by the same. */
    static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    static final Set<Class<? extends Event>> TAKEN = Set.of(
            PodObserved.class,
            JobRecorded.class,
            JobStarted.class,
            JobStopped.class,
            BillLine.class,
            AccountObserved.class,
            PricesListed.class);

    private final Instant now;

    Admission(Instant now) {
        this.now = now;
    }

    /** The attributes of a CloudEvent; absent ones are empty. */
    record Attributes(String specVersion, String id, String source, String type) {
        static Attributes of(JsonNode event) {
            return new Attributes(
                    event.path("specversion").asText(""),
                    event.path("id").asText(""),
                    event.path("source").asText(""),
                    event.path("type").asText(""));
        }
    }

    Told judge(Attributes attributes, JsonNode content) {
        try {
            InvalidValue.unless(attributes.specVersion().equals("1.0"), "specversion", "must be 1.0");
            Limits.name("id", attributes.id());
            String source = Limits.name("source", attributes.source());
            InvalidValue.unless(content.isObject(), "data", "must be an object");
            Event event =
                    Json.mapper().treeToValue(content, type(attributes.type()).type());
            InvalidValue.unless(
                    !event.at().isAfter(now.plus(AHEAD_MAX)),
                    "data.at",
                    "must not lie more than " + AHEAD_MAX.toMinutes() + " minutes in the future");
            return new Told.Accepted(attributes.id(), OutgoingRecord.of(event, source));
        } catch (JsonProcessingException e) {
            return new Told.Refused(attributes.id(), "data." + Malformed.place(e) + Malformed.reason(e));
        } catch (InvalidValue e) {
            return new Told.Refused(attributes.id(), e.field() + " " + e.rule());
        }
    }

    private static EventType type(String name) {
        return EventType.named(name)
                .filter(type -> TAKEN.contains(type.type()))
                .orElseThrow(() -> new InvalidValue("type", "must be one of " + names()));
    }

    private static String names() {
        return String.join(
                ", ",
                EventType.ALL.stream()
                        .filter(type -> TAKEN.contains(type.type()))
                        .map(EventType::name)
                        .toList());
    }
}
