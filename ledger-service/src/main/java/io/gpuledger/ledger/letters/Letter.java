package io.gpuledger.ledger.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.wire.CloudEventHeaders;
import io.gpuledger.common.wire.DeadLetters;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be used, whoever buried it.
 *
 * @param id where it stands in {@code dead-letters.v1}
 * @param at when it was buried
 * @param reason why, in one line
 * @param topic the topic it came on; absent where it came on none
 * @param partition the partition it came on
 * @param offset where it stood there
 * @param key its key
 * @param type its event type, where it says one
 * @param source who said it, where that is known
 * @param bytes how long its value is; absent where it has none
 * @param replayed how often it was written back to its topic
 * @param replayedBy who wrote it back last, as far as it is known
 * @param replayOf the letter it came of, where it was written back before
 * @param payload what it says; only where one letter is asked for
 */
public record Letter(
        String id,
        Instant at,
        String reason,
        @Nullable String topic,
        @Nullable Integer partition,
        @Nullable Long offset,
        @Nullable String key,
        @Nullable String type,
        @Nullable String source,
        @Nullable Integer bytes,
        int replayed,
        @Nullable String replayedBy,
        @Nullable String replayOf,
        @Nullable Payload payload) {

    static final String NO_REASON = "no reason was given";

    private static final int TEXT_CHARS_MAX = 512;
    private static final int NUMBER_CHARS_MAX = 18;

    static Letter of(ConsumerRecord<byte[], byte[]> record, Replays replays, boolean withPayload) {
        Headers headers = record.headers();
        String source = text(headers, CloudEventHeaders.SOURCE);
        return new Letter(
                id(record).toString(),
                at(record),
                reason(headers),
                topic(headers),
                partition(headers),
                number(headers, DeadLetters.OFFSET),
                record.key() == null ? null : shown(new String(record.key(), UTF_8)),
                text(headers, CloudEventHeaders.TYPE),
                source == null ? text(headers, "source") : source,
                record.value() == null ? null : record.value().length,
                replays.times(id(record)),
                replays.by(id(record)),
                text(headers, DeadLetters.REPLAY_OF),
                withPayload ? Payload.of(record.value()) : null);
    }

    static LetterId id(ConsumerRecord<?, ?> record) {
        return new LetterId(record.partition(), record.offset());
    }

    static Instant at(ConsumerRecord<?, ?> record) {
        return Instant.ofEpochMilli(record.timestamp());
    }

    static @Nullable String topic(Headers headers) {
        return text(headers, DeadLetters.TOPIC);
    }

    static String reason(Headers headers) {
        String reason = text(headers, DeadLetters.REASON);
        return reason == null ? NO_REASON : reason;
    }

    /** The partition it came on. */
    static @Nullable Integer partition(Headers headers) {
        Long partition = number(headers, DeadLetters.PARTITION);
        return partition == null || partition > Integer.MAX_VALUE ? null : partition.intValue();
    }

    private static @Nullable Long number(Headers headers, String name) {
        String text = text(headers, name);
        return text != null
                        && !text.isEmpty()
                        && text.length() <= NUMBER_CHARS_MAX
                        && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Long.valueOf(text)
                : null;
    }

    private static @Nullable String text(Headers headers, String name) {
        String text = CloudEventHeaders.read(headers, name);
        return text == null ? null : shown(text);
    }

    private static String shown(String text) {
        return Secrets.masked(text.length() > TEXT_CHARS_MAX ? text.substring(0, TEXT_CHARS_MAX) + "…" : text);
    }
}
