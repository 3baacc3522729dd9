package io.gpuledger.alert.app;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Severity;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.common.wire.EventSerde;
import io.gpuledger.common.wire.EventType;
import io.gpuledger.testing.TestBroker;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says that rules crossed, as ledger-service does. */
public final class Crossings implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestBroker.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    private final EventSerde<Event> events = new EventSerde<>(Event.class, "/ledger-service");

    public static Crossing crossing(String rule, String owner, Severity severity, Crossing.State state, Instant since) {
        return new Crossing(
                rule,
                Scope.owner(owner),
                state == Crossing.State.FIRING ? since : since.plusSeconds(1),
                state,
                since,
                severity,
                "burn_multiple",
                new BigDecimal("4.210"),
                new BigDecimal("4"),
                "x",
                List.of("1h", "5m"),
                HourlyRate.ofDollars("42.5"),
                Money.ofDollars("120.75"),
                new BigDecimal("3.50"),
                List.of(new Crossing.Contributor(
                        "pod-7",
                        "train-7b",
                        "H100",
                        Money.ofDollars("99.999"),
                        new BigDecimal("0.8281"),
                        since,
                        new AccountRef("runpod", "main"))),
                Map.of("project", "llm"),
                owner + " burns 4.2x of its plan",
                "https://runbooks.example/burn",
                null,
                null);
    }

    public void say(Event event) throws ExecutionException, InterruptedException {
        String topic = EventType.of(event).topic();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, null, event.key(), null);
        byte[] value = events.serialize(topic, record.headers(), event);
        producer.send(new ProducerRecord<>(topic, null, event.key(), value, record.headers()))
                .get();
    }

    /** Wants an ack, as the resource does. */
    void want(AckCommand command) throws ExecutionException, InterruptedException {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.ACK_COMMANDS, null, command.key(), null);
        byte[] value = events.serialize(Topics.ACK_COMMANDS, record.headers(), command);
        producer.send(new ProducerRecord<>(Topics.ACK_COMMANDS, null, command.key(), value, record.headers()))
                .get();
    }

    void sayRaw(String key, byte[] value) throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(Topics.CROSSINGS, key, value)).get();
    }

    /** Why the record of this key is a dead letter. */
    String reasonOfDeadLetter(String key) {
        TopicPartition letters = new TopicPartition(Topics.DEAD_LETTERS, 0);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestBroker.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(letters));
            consumer.seekToBeginning(List.of(letters));
            List<String> reasons = new ArrayList<>();
            Await.until("there is a dead letter of " + key, () -> {
                consumer.poll(Duration.ofMillis(50)).forEach(letter -> {
                    if (key.equals(letter.key())) {
                        reasons.add(new String(
                                letter.headers()
                                        .lastHeader("__streams.errors.message")
                                        .value(),
                                StandardCharsets.UTF_8));
                    }
                });
                return !reasons.isEmpty();
            });
            return reasons.getFirst();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
