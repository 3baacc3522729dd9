package io.gpuledger.common.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers all dead letters have in common: Kafka Streams' own names, so that a letter is described in one way whoever
 * buried it. Key, value and further headers are those of the record as it came.
 */
public final class DeadLetters {

    private static final String OURS = "__streams.errors.";

    /** The reason in one line. */
    public static final String REASON = OURS + "message";
    /** The topic it came on; absent where it did not come on one. */
    public static final String TOPIC = OURS + "topic";
    /** The partition it came on. */
    public static final String PARTITION = OURS + "partition";
    /** Where it stood there. */
    public static final String OFFSET = OURS + "offset";
    /** On a record that was written back: the id of the letter, {@code PARTITION-OFFSET} of {@code dead-letters.v1}. */
    public static final String REPLAY_OF = "gpu-ledger-replay-of";

    private DeadLetters() {}

    /** Where a record came from. */
    public record Origin(String topic, int partition, long offset) {}

    /** Writes reason and origin, in place of any that were there. */
    public static void mark(Headers headers, String reason, @Nullable Origin origin) {
        unmark(headers);
        headers.add(REASON, reason.getBytes(UTF_8));
        if (origin != null) {
            headers.add(TOPIC, origin.topic().getBytes(UTF_8));
            headers.add(PARTITION, Integer.toString(origin.partition()).getBytes(UTF_8));
            headers.add(OFFSET, Long.toString(origin.offset()).getBytes(UTF_8));
        }
    }

    /** Takes away what made a letter of a record. */
    public static void unmark(Headers headers) {
        for (var header : headers.toArray()) {
            if (header.key().startsWith(OURS)) {
                headers.remove(header.key());
            }
        }
    }
}
