package io.gpuledger.alert.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.event.Via;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import io.gpuledger.common.wire.Json;
import io.gpuledger.common.wire.Malformed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An acknowledgement as somebody posts it.
 *
 * @param group the id of an open group
 * @param via {@code rest}, {@code cli} or {@code console}; absent for {@code rest}
 * @param expiresAt at most {@link #LASTS_MAX} ahead
 */
record PostedAck(
        @Nullable String group,
        @Nullable String by,
        @Nullable String comment,
        @Nullable String via,
        @Nullable Instant expiresAt) {

    static final Duration LASTS_MAX = Duration.ofDays(90);
    static final int BODY_BYTES_MAX = 64_000;

    private static final Set<Via> VIAS = Set.of(Via.REST, Via.CLI, Via.CONSOLE);

    /** As it is written; absent for {@code rest}. */
    static Via via(@Nullable String word) {
        return VIAS.stream()
                .filter(via -> via.word().equals(word == null ? Via.REST.word() : word))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("via", "must be rest, cli or console"));
    }

    static PostedAck read(byte[] body) {
        InvalidValue.unless(body.length <= BODY_BYTES_MAX, "body", "must have at most " + BODY_BYTES_MAX + " bytes");
        try {
            PostedAck posted = Json.mapper()
                    .readerFor(PostedAck.class)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(body);
            InvalidValue.unless(posted != null, "body", "must be an object with fields");
            return posted;
        } catch (JsonProcessingException e) {
            throw new InvalidValue("body", Malformed.place(e) + Malformed.reason(e));
        } catch (IOException e) {
            throw new InvalidValue("body", "cannot be read");
        }
    }

    /** @param who does it */
    AckCommand command(@Nullable String who, Instant now) {
        InvalidValue.unless(expiresAt == null || expiresAt.isAfter(now), "expiresAt", "must be in the future");
        InvalidValue.unless(
                expiresAt == null || !expiresAt.isAfter(now.plus(LASTS_MAX)),
                "expiresAt",
                "must be at most " + LASTS_MAX.toDays() + " days ahead");
        return new AckCommand(
                UUID.randomUUID().toString(),
                now,
                Limits.name("group", group),
                AckCommand.Action.ACKNOWLEDGE,
                Limits.name("by", who),
                via(via),
                comment == null ? "" : comment,
                expiresAt);
    }
}
