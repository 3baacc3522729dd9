package io.gpuledger.bench.load;

import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.wire.EventSerde;
import io.gpuledger.common.wire.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Writes events as pricing-service does: the pods of a poll first, then its marker to every partition. */
public final class Teller implements AutoCloseable {

    private static final String SOURCE = "/pricing-service/runpod/bench";

    private final Producer<String, Event> producer;
    private final int partitions;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    public Teller(String bootstrapServers, int partitions) {
        this.partitions = partitions;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        5,
                        "batch.size",
                        131_072,
                        "buffer.memory",
                        64L << 20,
                        "compression.type",
                        "lz4"),
                new StringSerializer(),
                new EventSerde<>(Event.class, SOURCE));
    }

    /** One whole poll. */
    public void poll(Fleet fleet, Instant at, IntFunction<PodObserved> seen) {
        int[] written = new int[partitions];
        for (int pod = 0; pod < fleet.pods(); pod++) {
            PodObserved event = seen.apply(pod);
            written[partition(event.key())]++;
            tell(event, null);
        }
        complete(fleet, at, written);
    }

    private void complete(Fleet fleet, Instant at, int[] written) {
        for (int partition = 0; partition < partitions; partition++) {
            tell(new PollCompleted(fleet.account(), at, written[partition], partition, partitions), partition);
        }
    }

    public void tell(Event event, @Nullable Integer partition) {
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("a record was not written", failed);
        }
        var unused = producer.send(
                new ProducerRecord<>(EventType.of(event).topic(), partition, event.key(), event),
                (written, problem) -> failure.compareAndSet(null, problem));
    }

    public void flush() {
        producer.flush();
    }

    private int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    /** How many records there are on the topic of pods after so many polls. */
    public long records(Fleet fleet, int polls) {
        return (long) polls * (fleet.pods() + partitions);
    }

    @Override
    public void close() {
        producer.close();
    }
}
