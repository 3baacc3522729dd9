package io.gpuledger.bench.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The crossings as any other program reads them: committed ones only. */
public final class CrossingLog implements AutoCloseable {

    private static final Duration ONE_POLL = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Set<String> instants = new HashSet<>();

    CrossingLog(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("isolation.level", "read_committed");
        settings.put("fetch.max.wait.ms", 20);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.CROSSINGS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits for the crossing of an instant; when it was there. */
    public long await(Instant at, Child alive) {
        String wanted = "@" + at.toEpochMilli();
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!instants.remove(wanted)) {
            if (!alive.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("no crossing came for " + at);
            }
            consumer.poll(ONE_POLL).forEach(record -> {
                Header id = record.headers().lastHeader("ce_id");
                String text = id == null ? "" : new String(id.value(), UTF_8);
                instants.add(text.substring(Math.max(0, text.lastIndexOf('@'))));
            });
        }
        return System.nanoTime();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
