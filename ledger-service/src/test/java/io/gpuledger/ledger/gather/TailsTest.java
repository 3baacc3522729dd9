package io.gpuledger.ledger.gather;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.testing.TestBroker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands at the end of a changelog: records, the marks of transactions, and what nobody will ever commit. */
class TailsTest {

    private static final String CHANGELOG = "tails-test-changelog";
    private static final int PARTITIONS = 48;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static TopicPartition partition(int number) {
        return new TopicPartition(CHANGELOG, number);
    }

    @BeforeAll
    static void write() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestBroker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(CHANGELOG, Optional.of(PARTITIONS), Optional.of((short) 1))))
                    .all()
                    .get();
        }
        try (KafkaProducer<String, String> producer = producer("tails-test-1")) {
            for (int round = 0; round < 2; round++) {
                producer.beginTransaction();
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    var unused = producer.send(new ProducerRecord<>(CHANGELOG, partition, "key", "value"));
                }
                producer.commitTransaction();
            }
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(CHANGELOG, 1, "key", "aborted")).get();
            producer.abortTransaction();
        }
    }

    private static KafkaProducer<String, String> producer(String id) {
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBroker.bootstrapServers(), "transactional.id", id),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    /** Each transaction took two offsets of a partition: its record's, and its mark's. */
    private static Map<TopicPartition, Long> allAt(long offset) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            offsets.put(partition(partition), offset);
        }
        return offsets;
    }

    @AutoClose
    private static final Tails TAILS = new Tails(TestBroker.bootstrapServers(), "tails-test", PATIENCE);

    private static Set<TopicPartition> behind(Map<TopicPartition, Long> offsets) {
        return TAILS.behind(offsets);
    }

    @Test
    void whoHasReadTheLastRecordIsNotBehindTheMarkAfterItNorBehindWhatWasAbortedHoweverOftenOneLooks() {
        for (int look = 0; look < 3; look++) {
            assertThat(behind(allAt(3))).isEmpty();
        }
    }

    @Test
    void whoHasNotReadWhatWasCommittedIsBehindAndNoOtherPartitionIs() {
        Map<TopicPartition, Long> offsets = allAt(3);
        offsets.put(partition(7), 2L);

        assertThat(behind(offsets)).containsExactly(partition(7));
    }

    @Test
    void whatADeadInstanceLeftOpenIsNotWaitedFor() throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> dead = producer("tails-test-2")) {
            dead.beginTransaction();
            dead.send(new ProducerRecord<>(CHANGELOG, 2, "key", "never committed"))
                    .get();

            assertThat(behind(allAt(3))).isEmpty();

            dead.abortTransaction();
        }
    }
}
