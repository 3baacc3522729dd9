package io.gpuledger.ledger.topology;

import io.gpuledger.common.event.BookEntry;
import io.gpuledger.common.event.ConfigEntry;
import io.gpuledger.common.event.Tick;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.NullUnmarked;

/** Ticks and changes of the configuration go to every partition, postings where their key says. */
@NullUnmarked
final class ToEveryPartition implements StreamPartitioner<String, BookEntry> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, BookEntry entry, int partitions) {
        return entry instanceof Tick || entry instanceof ConfigEntry
                ? Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()))
                : Optional.empty();
    }
}
