package io.gpuledger.ledger.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.event.Event;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Observations of one poll that stand one after the other in a partition and repeat what was said before. They go through
 * Kafka Streams as one record, which bears the offset, key and time of the first: a commit before it was worked on comes
 * back to the first of them, one after it has all of them. It never leaves the process.
 *
 * @param all at least one
 * @param from the records they were read from, in the same order
 */
public record Repeats(List<Repeat> all, List<ConsumerRecord<byte[], byte[]>> from) implements Event {

    private static final String CARRIER = "gpu-ledger.repeats";

    /** The only header of such a record; none that came from outside is one, whatever it is called. */
    private record Carrier(Repeats repeats) implements Header {
        @Override
        public String key() {
            return CARRIER;
        }

        @Override
        public byte[] value() {
            return new byte[0];
        }
    }

    /** What a record with such headers carries; none where it is one as it came. */
    static @Nullable Repeats in(Headers headers) {
        return headers.lastHeader(CARRIER) instanceof Carrier carrier ? carrier.repeats() : null;
    }

    ConsumerRecord<byte[], byte[]> asRecord() {
        ConsumerRecord<byte[], byte[]> first = from.getFirst();
        return new ConsumerRecord<>(
                first.topic(),
                first.partition(),
                first.offset(),
                first.timestamp(),
                first.timestampType(),
                first.serializedKeySize(),
                first.serializedValueSize(),
                first.key(),
                first.value(),
                new RecordHeaders(List.of(new Carrier(this))),
                first.leaderEpoch());
    }

    @Override
    public Instant at() {
        return all.getFirst().at();
    }

    @Override
    @JsonIgnore
    public String id() {
        return all.getFirst().event().id();
    }

    @Override
    @JsonIgnore
    public String key() {
        return all.getFirst().said().like().key();
    }
}
