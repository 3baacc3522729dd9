package io.gpuledger.ledger.store.meter;

import io.gpuledger.ledger.timeline.Poll;
import java.nio.ByteBuffer;
import java.util.BitSet;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.NullUnmarked;

/** A poll as four bytes of the expected count and its bits. */
@NullUnmarked
public final class PollSerde {

    private PollSerde() {}

    public static Serde<Poll> serde() {
        return Serdes.serdeFrom(
                (topic, poll) -> poll == null ? null : bytes(poll),
                (topic, bytes) -> bytes == null ? null : poll(bytes));
    }

    private static byte[] bytes(Poll poll) {
        byte[] bits = poll.seen().toByteArray();
        return ByteBuffer.allocate(Integer.BYTES + bits.length)
                .putInt(poll.expected())
                .put(bits)
                .array();
    }

    private static Poll poll(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int expected = buffer.getInt();
        return new Poll(BitSet.valueOf(buffer), expected);
    }
}
