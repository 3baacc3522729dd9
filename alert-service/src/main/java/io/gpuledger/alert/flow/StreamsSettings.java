package io.gpuledger.alert.flow;

import io.gpuledger.common.topic.Topics;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/** How the flow runs: exactly once, quick to say what was decided, quick to come back. */
public final class StreamsSettings {

    /** Names the state in Kafka: changing it forgets everything. */
    public static final String APPLICATION = "alert-service";

    /** What is decided is committed soon; what was only taken in may wait. A commit costs as much as hundreds of alerts. */
    private static final int COMMIT_MILLIS = 200;
    /** A notification of a large group is larger than Kafka's own 16 KiB, and would be a request of its own. */
    private static final int BATCH_BYTES = 256 << 10;
    /** How late an alarm may be looked at; Kafka Streams looks when it has read. */
    private static final int POLL_MILLIS = 20;

    private static final int RECONNECT_MILLIS_MAX = 500;
    private static final int SESSION_MILLIS = 6_000;
    /** How soon the others hear that one is given up. */
    private static final int HEARTBEAT_MILLIS = 500;
    /** What a dead instance left open is aborted after this: until then its successor cannot read on. */
    private static final int TRANSACTION_MILLIS = 5_000;

    private StreamsSettings() {}

    public static Properties of(String bootstrapServers, Place place) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, place.stateFolder().toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
        settings.put(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
        settings.put(StreamsConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MILLIS_MAX);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, place.copies());
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, place.advertised());
        // -1: what the cluster does by default, one copy on one broker, three on three.
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        settings.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, CrossingProcessor.Unreadable.class);
        settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, Topics.DEAD_LETTERS);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MILLIS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_MILLIS);
        return settings;
    }
}
