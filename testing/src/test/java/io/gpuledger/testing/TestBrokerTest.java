package io.gpuledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.topic.TopicSettings;
import io.gpuledger.common.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class TestBrokerTest {

    @Test
    void runsBeforeTheFirstTest() {
        assertThat(System.getProperty("kafka.bootstrap.servers")).matches(".+:[0-9]+");
    }

    @Test
    void hasEveryTopicHoweverOftenTheyAreCreated() throws Exception {
        TestBroker.createTopics();
        TestBroker.createTopics();

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestBroker.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(TopicSettings.shipped().stream()
                            .map(TopicSettings::name)
                            .toList());
        }
    }

    @Test
    void keepsACommittedTransactionUntilItIsWiped() throws Exception {
        TestBroker.createTopics();
        send("p1", "said");

        assertThat(read(Topics.PODS)).containsExactly("said");
        TestBroker.wipe();
        assertThat(read(Topics.PODS)).isEmpty();
    }

    private static void send(String key, String value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", TestBroker.bootstrapServers(), "transactional.id", "test-broker-test");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            Future<RecordMetadata> sent = producer.send(new ProducerRecord<>(Topics.PODS, 0, key, value));
            producer.commitTransaction();
            assertThat(sent.get().hasOffset()).isTrue();
        }
    }

    private static List<String> read(String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", TestBroker.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            if (consumer.endOffsets(List.of(partition)).containsValue(0L)) {
                return List.of();
            }
            return consumer.poll(Duration.ofSeconds(10)).records(partition).stream()
                    .map(record -> record.value())
                    .toList();
        }
    }
}
