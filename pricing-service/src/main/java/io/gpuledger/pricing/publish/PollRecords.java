package io.gpuledger.pricing.publish;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.PollFailed;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The records of one poll: every pod in the partition of its key, and one marker for every partition. */
public final class PollRecords {

    /** Who says it. */
    public static final String SOURCE = "/pricing-service";

    private PollRecords() {}

    public static List<OutgoingRecord> pods(List<PodObserved> pods, int partitions) {
        return pods.stream()
                .map(pod -> new OutgoingRecord(pod, SOURCE, PartitionOfKey.of(pod.key(), partitions)))
                .toList();
    }

    /** @param pods the records of all the pods of the poll */
    public static List<OutgoingRecord> completed(
            AccountRef account, Instant at, List<OutgoingRecord> pods, int partitions) {
        int[] count = new int[partitions];
        for (OutgoingRecord pod : pods) {
            if (pod.partition() != null) {
                count[pod.partition()]++;
            }
        }
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new OutgoingRecord(
                        new PollCompleted(account, at, count[partition], partition, partitions), SOURCE, partition))
                .toList();
    }

    /** Why the poll brought no complete list of pods. */
    public record Reason(String word, String detail) {}

    public static List<OutgoingRecord> failed(AccountRef account, Instant at, Reason reason, int partitions) {
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new OutgoingRecord(
                        new PollFailed(account, at, reason.word(), reason.detail(), partition, partitions),
                        SOURCE,
                        partition))
                .toList();
    }
}
