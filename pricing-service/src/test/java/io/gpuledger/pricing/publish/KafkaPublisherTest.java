package io.gpuledger.pricing.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.value.Money;
import io.gpuledger.common.wire.DeadLetters;
import io.gpuledger.pricing.publish.Publisher.NotPublished;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaPublisherTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Instant AT = Instant.parse("2026-06-01T12:00:00Z");
    private static final OutgoingRecord RECORD = OutgoingRecord.of(
            new AccountObserved(new AccountRef("runpod", "main"), AT, Money.ofDollars("10"), null, null), "/test");

    private static MockProducer<String, byte[]> producer(boolean acknowledging) {
        return new MockProducer<>(acknowledging, null, new StringSerializer(), new ByteArraySerializer());
    }

    @Test
    void anEventTravelsOnItsTopicWithItsKeyAndHeaders() throws Exception {
        MockProducer<String, byte[]> producer = producer(true);
        new KafkaPublisher(producer, SHORT).publish(List.of(RECORD));

        assertThat(producer.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo(Topics.ACCOUNTS);
            assertThat(record.key()).isEqualTo("account/runpod/main");
            assertThat(new String(record.headers().lastHeader("ce_source").value(), StandardCharsets.UTF_8))
                    .isEqualTo("/test");
        });
    }

    @Test
    void aPriceListGoesToEveryPartition() throws Exception {
        List<PartitionInfo> partitions = IntStream.range(0, 3)
                .mapToObj(partition -> new PartitionInfo(Topics.PRICES, partition, null, null, null))
                .toList();
        MockProducer<String, byte[]> producer = new MockProducer<>(
                new Cluster("test", List.of(), partitions, Set.of(), Set.of()),
                true,
                null,
                new StringSerializer(),
                new ByteArraySerializer());
        new KafkaPublisher(producer, SHORT)
                .publish(List.of(OutgoingRecord.of(new PricesListed("runpod", AT, List.of()), "/test")));

        assertThat(producer.history()).extracting(ProducerRecord::partition).containsExactly(0, 1, 2);
        assertThat(producer.history()).extracting(ProducerRecord::key).containsOnly("runpod");
    }

    @Test
    void whatIsNotAcknowledgedInTimeIsNotPublished() {
        KafkaPublisher publisher = new KafkaPublisher(producer(false), SHORT);

        assertThatThrownBy(() -> publisher.publish(List.of(RECORD)))
                .isInstanceOf(NotPublished.class)
                .hasMessageContaining("did not acknowledge");
    }

    @Test
    void whatKafkaRefusesIsNotPublished() {
        MockProducer<String, byte[]> producer = producer(true);
        producer.sendException = new NotEnoughReplicasException("one broker is too few");
        KafkaPublisher publisher = new KafkaPublisher(producer, SHORT);

        assertThatThrownBy(() -> publisher.publish(List.of(RECORD))).isInstanceOf(NotPublished.class);
    }

    @Test
    void whatCannotBeUsedIsKeptWithItsReason() throws Exception {
        MockProducer<String, byte[]> producer = producer(true);
        new KafkaPublisher(producer, SHORT).bury(new DeadLetter("runpod/main", AT, "gpu.count must be", "{}"));

        assertThat(producer.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo(Topics.DEAD_LETTERS);
            assertThat(new String(
                            record.headers().lastHeader(DeadLetters.REASON).value(), StandardCharsets.UTF_8))
                    .isEqualTo("gpu.count must be");
        });
    }

    @Test
    void aKafkaThatIsNotThereIsSaidSoInTime() {
        try (KafkaPublisher publisher = KafkaPublisher.connect("127.0.0.1:1", SHORT)) {
            assertThatThrownBy(publisher::checkTopics)
                    .isInstanceOf(NotPublished.class)
                    .hasMessageContaining(Topics.PODS);
        }
    }
}
