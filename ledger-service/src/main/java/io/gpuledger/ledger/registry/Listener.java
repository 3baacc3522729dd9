package io.gpuledger.ledger.registry;

import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.event.ConfigEntry;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the whole configuration, of which every partition has all, and from now on the decisions. */
final class Listener implements AutoCloseable {

    private static final Duration ONE_POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final TopicPartition CONFIG = new TopicPartition(Topics.CONFIG, 0);
    private static final TopicPartition DECISIONS = new TopicPartition(Topics.CONFIG_DECISIONS, 0);

    private final EventSerde<Event> reader = new EventSerde<>(Event.class, "/ledger-service");
    private final String bootstrapServers;
    private final java.util.function.Consumer<ConfigEntry> entries;
    private final java.util.function.Consumer<ConfigDecided> decisions;
    private volatile boolean listening;
    private volatile boolean ended;
    private @Nullable Thread thread;

    Listener(
            String bootstrapServers,
            java.util.function.Consumer<ConfigEntry> entries,
            java.util.function.Consumer<ConfigDecided> decisions) {
        this.bootstrapServers = bootstrapServers;
        this.entries = entries;
        this.decisions = decisions;
    }

    void start() {
        thread = Thread.ofVirtual().name("config-listener").start(this::listen);
    }

    /** Whether all there was of the configuration is read, and decisions are heard. */
    boolean isListening() {
        return listening;
    }

    private void listen() {
        while (!ended) {
            try (Consumer<String, byte[]> consumer = consumer()) {
                consumer.assign(List.of(CONFIG, DECISIONS));
                consumer.seekToBeginning(List.of(CONFIG));
                consumer.seekToEnd(List.of(DECISIONS));
                consumer.position(DECISIONS);
                long end = consumer.endOffsets(List.of(CONFIG)).getOrDefault(CONFIG, 0L);
                while (!ended) {
                    consumer.poll(ONE_POLL).forEach(this::take);
                    listening = listening || consumer.position(CONFIG) >= end;
                }
            } catch (KafkaException e) {
                listening = false;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** What is not the keeper's word is none of the configuration. */
    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            switch (reader.deserialize(record.topic(), record.headers(), record.value())) {
                case ConfigEntry entry -> entries.accept(entry);
                case ConfigDecided decided -> decisions.accept(decided);
                case null, default -> {}
            }
        } catch (SerializationException unreadable) {
            // the tasks that read it bury it
        }
    }

    private Consumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("client.id", "ledger-service-config");
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        settings.put("default.api.timeout.ms", Math.toIntExact(PATIENCE.toMillis()));
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        ended = true;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }
}
