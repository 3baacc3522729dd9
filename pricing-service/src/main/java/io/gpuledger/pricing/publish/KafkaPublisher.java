package io.gpuledger.pricing.publish;

import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.CloudEventHeaders;
import io.gpuledger.common.wire.DeadLetters;
import io.gpuledger.common.wire.EventType;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The door to Kafka: an idempotent producer that waits for acknowledgement by all replicas in sync. */
public final class KafkaPublisher implements Publisher, AutoCloseable {

    private static final List<String> TOPICS = List.of(
            Topics.PODS, Topics.ACCOUNTS, Topics.PRICES, Topics.BILLS, Topics.ACTIONS, Topics.DEAD_LETTERS);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final Duration acknowledgedWithin;

    KafkaPublisher(Producer<String, byte[]> producer, Duration acknowledgedWithin) {
        this.producer = producer;
        this.acknowledgedWithin = acknowledgedWithin;
    }

    /** @param acknowledgedWithin after this, what is not acknowledged counts as not published and is not sent again */
    public static KafkaPublisher connect(String bootstrapServers, Duration acknowledgedWithin) {
        int millis = Math.toIntExact(acknowledgedWithin.toMillis());
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "pricing-service",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.BATCH_SIZE_CONFIG,
                131_072,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                millis,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                millis);
        return new KafkaPublisher(
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()), acknowledgedWithin);
    }

    /** Returns when every topic that is written to can be found. */
    public void checkTopics() throws NotPublished {
        for (String topic : TOPICS) {
            partitions(topic);
        }
    }

    @Override
    public int podPartitions() throws NotPublished {
        return partitions(Topics.PODS);
    }

    private int partitions(String topic) throws NotPublished {
        try {
            return producer.partitionsFor(topic).size();
        } catch (KafkaException e) {
            throw new NotPublished("topic " + topic + " cannot be found: " + e.getMessage(), e);
        }
    }

    @Override
    public void publish(List<OutgoingRecord> records) throws NotPublished {
        List<ProducerRecord<String, byte[]>> written = new ArrayList<>(records.size());
        for (OutgoingRecord record : records) {
            for (OutgoingRecord copy : copies(record)) {
                written.add(write(copy));
            }
        }
        send(written);
    }

    /** Every meter needs every price list: it goes to every partition, whoever told it. */
    private List<OutgoingRecord> copies(OutgoingRecord record) throws NotPublished {
        return record.event() instanceof PricesListed && record.partition() == null
                ? IntStream.range(0, partitions(Topics.PRICES))
                        .mapToObj(partition -> new OutgoingRecord(record.event(), record.source(), partition))
                        .toList()
                : List.of(record);
    }

    @Override
    public void bury(DeadLetter letter) throws NotPublished {
        RecordHeaders headers = new RecordHeaders();
        Map.of(
                        DeadLetters.REASON,
                        letter.reason(),
                        "source",
                        letter.source(),
                        "at",
                        letter.at().toString())
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        byte[] value = letter.value().getBytes(StandardCharsets.UTF_8);
        send(List.of(new ProducerRecord<>(Topics.DEAD_LETTERS, null, letter.source(), value, headers)));
    }

    private static ProducerRecord<String, byte[]> write(OutgoingRecord record) {
        RecordHeaders headers = new RecordHeaders();
        CloudEventHeaders.write(headers, record.event(), record.source());
        try {
            byte[] value = Json.mapper().writeValueAsBytes(record.event());
            String topic = EventType.of(record.event()).topic();
            return new ProducerRecord<>(
                    topic, record.partition(), record.event().key(), value, headers);
        } catch (IOException e) {
            throw new IllegalStateException("an event cannot be written", e);
        }
    }

    private void send(List<ProducerRecord<String, byte[]>> records) throws NotPublished {
        long deadline = System.nanoTime() + acknowledgedWithin.toNanos();
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
            for (ProducerRecord<String, byte[]> record : records) {
                sent.add(producer.send(record));
            }
            for (Future<RecordMetadata> acknowledgement : sent) {
                acknowledgement.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException e) {
            throw new NotPublished("Kafka refused a record: " + e.getCause(), e);
        } catch (TimeoutException | KafkaException e) {
            throw new NotPublished("Kafka did not acknowledge within " + acknowledgedWithin, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPublished("interrupted while waiting for Kafka", e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_MAX);
    }
}
