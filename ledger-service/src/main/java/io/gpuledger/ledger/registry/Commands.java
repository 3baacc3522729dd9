package io.gpuledger.ledger.registry;

import io.gpuledger.common.event.ConfigCommand;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes commands to {@code config-commands.v1}. */
final class Commands implements AutoCloseable {

    private static final int REQUEST_BYTES_MAX = 16_777_216;
    private static final Duration CLOSE_MAX = Duration.ofSeconds(2);
    private static final int DELIVERY_MILLIS_MAX = 10_000;
    private static final int REQUEST_MILLIS_MAX = 5_000;

    private final String bootstrapServers;
    private final String source;
    private @Nullable Producer<String, ConfigCommand> producer;

    Commands(String bootstrapServers, String source) {
        this.bootstrapServers = bootstrapServers;
        this.source = source;
    }

    /** Returns when Kafka has it. */
    void send(ConfigCommand command, Duration patience)
            throws InterruptedException, ExecutionException, TimeoutException {
        producer()
                .send(new ProducerRecord<>(Topics.CONFIG_COMMANDS, command.key(), command))
                .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized Producer<String, ConfigCommand> producer() {
        Producer<String, ConfigCommand> made = producer;
        if (made == null) {
            Map<String, Object> settings = new HashMap<>();
            settings.put("bootstrap.servers", bootstrapServers);
            settings.put("client.id", "ledger-service-config");
            settings.put("acks", "all");
            settings.put("linger.ms", 0);
            settings.put("max.request.size", REQUEST_BYTES_MAX);
            settings.put("max.block.ms", REQUEST_MILLIS_MAX);
            settings.put("request.timeout.ms", REQUEST_MILLIS_MAX);
            settings.put("delivery.timeout.ms", DELIVERY_MILLIS_MAX);
            made = new KafkaProducer<>(settings, new StringSerializer(), new EventSerde<>(ConfigCommand.class, source));
            producer = made;
        }
        return made;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE_MAX);
        }
    }
}
