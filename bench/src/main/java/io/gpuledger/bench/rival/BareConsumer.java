package io.gpuledger.bench.rival;

import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Only parses what the meter reads, in one thread: what nothing that reads the same records can be much faster than. */
public final class BareConsumer {

    private static final Duration COMMIT_EVERY = Duration.ofMillis(50);

    private BareConsumer() {}

    public static void main(String... arguments) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                arguments[0],
                "group.id",
                arguments[1],
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "max.poll.records",
                1_000);
        try (KafkaConsumer<String, PodEvent> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new EventSerde<>(PodEvent.class, "/bench"))) {
            consumer.subscribe(List.of(Topics.PODS));
            long committed = System.nanoTime();
            long sum = 0;
            while (!Thread.currentThread().isInterrupted()) {
                ConsumerRecords<String, PodEvent> records = consumer.poll(Duration.ofMillis(100));
                for (var record : records) {
                    sum += record.value().at().toEpochMilli();
                }
                if (System.nanoTime() - committed > COMMIT_EVERY.toNanos()) {
                    committed = System.nanoTime();
                    consumer.commitAsync();
                }
            }
            System.out.println(sum);
        }
    }
}
