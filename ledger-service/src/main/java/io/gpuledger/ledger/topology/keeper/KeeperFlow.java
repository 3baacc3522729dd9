package io.gpuledger.ledger.topology.keeper;

import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigCommand;
import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.event.ConfigEntry;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The keeper's part of the topology; its names are in metrics, so they stay. */
public final class KeeperFlow {

    static final String CONFIG_SINK = "config-out";
    static final String DECISIONS_SINK = "config-decisions-out";
    private static final String COMMANDS_SOURCE = "config-commands";
    public static final String KEEPER = "keeper";

    private KeeperFlow() {}

    /**
     * config-commands.v1 -> keeper -> config.v1, config-decisions.v1
     *
     * @param listener a processor of one partition that hears of every change too
     */
    public static void addTo(
            Topology topology,
            String source,
            StoreBuilder<KeyValueStore<String, ConfigChanged>> shelf,
            String listener) {
        topology.addSource(
                        COMMANDS_SOURCE,
                        new StringDeserializer(),
                        new EventSerde<>(ConfigCommand.class, source),
                        Topics.CONFIG_COMMANDS)
                .addProcessor(KEEPER, () -> new KeeperProcessor(listener), COMMANDS_SOURCE)
                .addStateStore(shelf, KEEPER)
                .addSink(
                        CONFIG_SINK,
                        Topics.CONFIG,
                        new StringSerializer(),
                        new EventSerde<>(ConfigEntry.class, source),
                        KeeperFlow::everyPartition,
                        KEEPER)
                .addSink(
                        DECISIONS_SINK,
                        Topics.CONFIG_DECISIONS,
                        new StringSerializer(),
                        new EventSerde<>(ConfigDecided.class, source),
                        KEEPER);
    }

    private static Optional<Set<Integer>> everyPartition(String topic, String key, ConfigEntry entry, int partitions) {
        return Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
    }
}
