package io.gpuledger.pricing.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.PollFailed;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

class PollRecordsTest {

    private static final AccountRef ACCOUNT = new AccountRef("runpod", "main");
    private static final Instant AT = Instant.parse("2026-06-01T12:00:00Z");

    private static PodObserved pod(String id) {
        return new PodObserved(
                ACCOUNT,
                id,
                AT,
                PodState.RUNNING,
                null,
                id,
                null,
                0,
                Tier.ON_DEMAND,
                null,
                null,
                HourlyRate.ZERO,
                HourlyRate.ZERO,
                null,
                Map.of());
    }

    @Property(tries = 200)
    void everyMarkerCountsThePodsOfItsPartition(
            @ForAll @Size(max = 60) Set<@AlphaChars @NumericChars @StringLength(min = 1, max = 20) String> ids,
            @ForAll @IntRange(min = 1, max = 12) int partitions) {
        List<OutgoingRecord> pods =
                PollRecords.pods(ids.stream().map(PollRecordsTest::pod).toList(), partitions);
        List<OutgoingRecord> markers = PollRecords.completed(ACCOUNT, AT, pods, partitions);

        assertThat(markers).hasSize(partitions);
        for (OutgoingRecord record : markers) {
            PollCompleted marker = (PollCompleted) record.event();
            assertThat(marker.partition()).isEqualTo(record.partition());
            assertThat(marker.pods()).isEqualTo((int) pods.stream()
                    .filter(pod -> Objects.equals(record.partition(), pod.partition()))
                    .count());
        }
        assertThat(markers).extracting(OutgoingRecord::partition).doesNotHaveDuplicates();
    }

    @Property(tries = 500)
    void aKeyLeadsWhereKafkasOwnPartitionerLeads(
            @ForAll @StringLength(min = 1, max = 60) String key,
            @ForAll @IntRange(min = 1, max = 1000) int partitions) {
        assertThat(PartitionOfKey.of(key, partitions))
                .isEqualTo(BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions));
    }

    @Property(tries = 12)
    void aFailedPollIsToldToEveryPartition(@ForAll @IntRange(min = 1, max = 12) int partitions) {
        var reason = new PollRecords.Reason("gone", "status 410");

        assertThat(PollRecords.failed(ACCOUNT, AT, reason, partitions))
                .hasSize(partitions)
                .allSatisfy(record -> assertThat(record.event())
                        .isEqualTo(new PollFailed(
                                ACCOUNT,
                                AT,
                                "gone",
                                "status 410",
                                Objects.requireNonNull(record.partition()),
                                partitions)));
    }
}
