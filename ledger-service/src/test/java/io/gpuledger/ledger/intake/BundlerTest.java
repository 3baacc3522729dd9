package io.gpuledger.ledger.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.wire.EventSerde;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class BundlerTest {

    private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");
    private static final AccountRef ACCOUNT = new AccountRef("runpod", "main");
    private static final TopicPartition PARTITION = new TopicPartition(Topics.PODS, 1);

    private final EventSerde<PodEvent> serde = new EventSerde<>(PodEvent.class, "/test");
    private final Templates templates = new Templates(64);
    private PodReader reader = new PodReader(serde, templates);
    private Bundler bundler = new Bundler(new Recogniser(templates));
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    private static PodObserved pod(int number, Instant at) {
        return pod(number, at, "name");
    }

    private static PodObserved pod(int number, Instant at, String name) {
        return new PodObserved(
                ACCOUNT,
                "pod-" + number,
                at,
                PodState.RUNNING,
                AT,
                name,
                "NVIDIA L4",
                1_000,
                Tier.SPOT,
                null,
                HourlyRate.ofDollars("0.43"),
                HourlyRate.ZERO,
                HourlyRate.ZERO,
                number,
                Map.of());
    }

    private BundlerTest write(PodEvent event, String key) {
        RecordHeaders headers = new RecordHeaders();
        byte[] value = serde.serialize(Topics.PODS, headers, event);
        byte[] keyBytes = key.getBytes(UTF_8);
        records.add(new ConsumerRecord<>(
                PARTITION.topic(),
                PARTITION.partition(),
                100 + records.size(),
                5_000 + records.size(),
                TimestampType.LOG_APPEND_TIME,
                keyBytes.length,
                value.length,
                keyBytes,
                value,
                headers,
                Optional.of(7)));
        return this;
    }

    private BundlerTest write(PodEvent event) {
        return write(event, event.key());
    }

    private List<ConsumerRecord<byte[], byte[]>> consumed() {
        List<ConsumerRecord<byte[], byte[]>> fetched = List.copyOf(records);
        records.clear();
        Map<TopicPartition, OffsetAndMetadata> next = Map.of(PARTITION, new OffsetAndMetadata(200));
        ConsumerRecords<byte[], byte[]> consumed =
                bundler.onConsume(new ConsumerRecords<>(Map.of(PARTITION, fetched), next));
        assertThat(consumed.nextOffsets()).isEqualTo(next);
        return consumed.records(PARTITION);
    }

    private void known(int... pods) {
        for (int pod : pods) {
            write(pod(pod, AT));
        }
        read();
    }

    private void read() {
        consumed().forEach(record -> reader.deserialize(record.topic(), record.headers(), record.value()));
    }

    /** Offsets, and how many observations each record stands for. */
    private List<String> shape(List<ConsumerRecord<byte[], byte[]>> consumed) {
        return consumed.stream()
                .map(record -> {
                    Repeats repeats = Repeats.in(record.headers());
                    return record.offset() + ":"
                            + (repeats == null ? "alone" : repeats.all().size());
                })
                .toList();
    }

    @Test
    void whatIsNewStaysAsItCame() {
        write(pod(1, AT)).write(pod(2, AT));

        assertThat(shape(consumed())).containsExactly("100:alone", "101:alone");
    }

    @Test
    void aBundleBearsTheOffsetKeyAndTimeOfItsFirst() {
        known(1, 2);
        write(new PollCompleted(ACCOUNT, AT, 2, 1, 2))
                .write(pod(1, AT.plusSeconds(9)))
                .write(pod(2, AT.plusSeconds(9)));

        List<ConsumerRecord<byte[], byte[]>> consumed = consumed();

        assertThat(shape(consumed)).containsExactly("100:alone", "101:2");
        assertThat(consumed.get(1).timestamp()).isEqualTo(5_001);
        assertThat(consumed.get(1).leaderEpoch()).contains(7);
        assertThat(new String(consumed.get(1).key(), UTF_8)).isEqualTo("runpod/main/pod-1");
        Repeats repeats = (Repeats) reader.deserialize(
                Topics.PODS, consumed.get(1).headers(), consumed.get(1).value());
        assertThat(repeats.key()).isEqualTo("runpod/main/pod-1");
        assertThat(repeats.all())
                .extracting(Repeat::event)
                .containsExactly(pod(1, AT.plusSeconds(9)), pod(2, AT.plusSeconds(9)));
    }

    @Test
    void whatStandsBetweenKeepsItsPlace() {
        known(1, 2, 3);
        write(pod(1, AT.plusSeconds(9))).write(pod(4, AT.plusSeconds(9))).write(pod(2, AT.plusSeconds(9)));

        assertThat(shape(consumed())).containsExactly("100:1", "101:alone", "102:1");
    }

    @Test
    void anotherInstantBeginsAnotherBundle() {
        known(1, 2);
        write(pod(1, AT.plusSeconds(9))).write(pod(2, AT.plusSeconds(9))).write(pod(1, AT.plusSeconds(18)));

        assertThat(shape(consumed())).containsExactly("100:2", "102:1");
    }

    @Test
    void underAnotherKeyItIsNotRecognised() {
        known(1);
        write(pod(1, AT.plusSeconds(9)), "runpod/main/pod-2");

        assertThat(shape(consumed())).containsExactly("100:alone");
    }

    @Test
    void podsAreKnownInAnyOrder() {
        known(1, 2, 3);
        write(pod(1, AT.plusSeconds(9))).write(pod(2, AT.plusSeconds(9))).write(pod(3, AT.plusSeconds(9)));
        read();
        PodObserved[] other = {pod(3, AT.plusSeconds(18)), pod(1, AT.plusSeconds(18)), pod(2, AT.plusSeconds(18))};
        write(other[0]).write(other[1]).write(other[2]);

        List<ConsumerRecord<byte[], byte[]>> consumed = consumed();

        Repeats repeats = (Repeats) reader.deserialize(
                Topics.PODS, consumed.getFirst().headers(), consumed.getFirst().value());
        assertThat(repeats.all()).extracting(Repeat::event).containsExactly(other);
    }

    @Test
    void aPodThatChangedIsKnownAsItIsNow() {
        known(1, 2, 3);
        write(pod(1, AT.plusSeconds(9))).write(pod(2, AT.plusSeconds(9))).write(pod(3, AT.plusSeconds(9)));
        read();
        write(pod(1, AT.plusSeconds(18)))
                .write(pod(2, AT.plusSeconds(18), "other"))
                .write(pod(3, AT.plusSeconds(18)));
        read();
        write(pod(1, AT.plusSeconds(27)))
                .write(pod(2, AT.plusSeconds(27), "other"))
                .write(pod(3, AT.plusSeconds(27)));

        assertThat(shape(consumed())).containsExactly("100:3");
    }

    @Test
    void whatMadeRoomForAnotherIsNotKnownByWhoCameBeforeItEither() {
        Templates four = new Templates(4);
        reader = new PodReader(serde, four);
        bundler = new Bundler(new Recogniser(four));
        known(1, 2, 3, 4);
        write(pod(1, AT.plusSeconds(9))).write(pod(2, AT.plusSeconds(9))).write(pod(3, AT.plusSeconds(9)));
        read();
        known(5, 5, 5, 5, 5, 5, 5, 5);
        write(pod(1, AT.plusSeconds(18))).write(pod(2, AT.plusSeconds(18))).write(pod(3, AT.plusSeconds(18)));

        assertThat(shape(consumed())).containsExactly("100:1", "101:alone", "102:1");
    }

    @Test
    void aHeaderFromOutsideCarriesNothing() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("gpu-ledger.repeats", new byte[] {1});

        assertThat(Repeats.in(headers)).isNull();
    }

    @Test
    void otherTopicsAreLeftAsTheyAre() {
        known(1);
        write(pod(1, AT));
        TopicPartition other = new TopicPartition(Topics.BILLS, 1);
        ConsumerRecords<byte[], byte[]> fetched = new ConsumerRecords<>(Map.of(other, records), Map.of());

        assertThat(bundler.onConsume(fetched).records(other)).isEqualTo(records);
    }
}
