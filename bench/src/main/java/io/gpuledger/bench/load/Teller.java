package io.gpuledger.bench.load;

import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.wire.EventSerde;
import io.gpuledger.common.wire.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
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

    private static final int TRANSACTION_MILLIS_MAX = 900_000;

    private final Producer<String, Event> producer;
    private final int partitions;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    public Teller(String bootstrapServers, int partitions) {
        this(bootstrapServers, partitions, Map.of());
    }

    private Teller(String bootstrapServers, int partitions, Map<String, Object> more) {
        this.partitions = partitions;
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("linger.ms", 5);
        settings.put("batch.size", 131_072);
        settings.put("buffer.memory", 64L << 20);
        settings.put("compression.type", "lz4");
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new EventSerde<>(Event.class, SOURCE));
    }

    /** One that writes in transactions: who reads what is committed sees all of one at once. */
    public static Teller inTransactions(String bootstrapServers, int partitions) {
        Teller teller = new Teller(
                bootstrapServers,
                partitions,
                Map.of("transactional.id", "bench", "transaction.timeout.ms", TRANSACTION_MILLIS_MAX));
        teller.producer.initTransactions();
        return teller;
    }

    public void begin() {
        producer.beginTransaction();
    }

    public void commit() {
        producer.commitTransaction();
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

    @Override
    public void close() {
        producer.close();
    }
}
