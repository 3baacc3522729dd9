package io.gpuledger.alert.app;

import io.gpuledger.alert.delivery.NotificationInbox;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka clients beside Kafka Streams. */
final class KafkaClients {

    private static final int SESSION_MILLIS = 6_000;
    private static final int HEARTBEAT_MILLIS = 500;
    /** Services are often begun before their broker. */
    private static final int RECONNECT_MILLIS_MAX = 200;

    private static final int PRODUCER_BUFFER_BYTES = 4_000_000;
    /** What Prometheus posts at once, 64 alerts, is one request to Kafka. */
    private static final int BATCH_BYTES = 128 << 10;

    /** What is only looked at later is fetched this many bytes or milliseconds at a time. */
    private static final int FOLLOWED_BYTES_MIN = 1 << 20;

    private static final int FOLLOWED_AFTER_MILLIS = 100;

    private final String bootstrapServers;

    KafkaClients(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    Producer<String, byte[]> producer() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MILLIS_MAX);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, PRODUCER_BUFFER_BYTES);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Reads what there is; belongs to no group. */
    Consumer<String, byte[]> reader() {
        return consumer(new HashMap<>());
    }

    /** Follows what was decided and what came of it, a little behind; belongs to no group. */
    Consumer<String, byte[]> follower() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FOLLOWED_BYTES_MIN);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FOLLOWED_AFTER_MILLIS);
        return consumer(settings);
    }

    Consumer<String, byte[]> inbox() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, NotificationInbox.GROUP);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        // What stays with an instance is not broken off when another comes or goes.
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return consumer(settings);
    }

    private Consumer<String, byte[]> consumer(Map<String, Object> settings) {
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MILLIS_MAX);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                RECONNECT_MILLIS_MAX));
    }
}
