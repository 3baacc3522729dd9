package io.gpuledger.alert.flow;

import io.gpuledger.alert.alert.CrossingReader;
import io.gpuledger.alert.desk.Plan;
import io.gpuledger.common.topic.Topics;
import java.time.Duration;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** The flow, running. */
public final class DeskStreams implements AutoCloseable {

    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(10);

    private final Tally tally = new Tally();
    private final KafkaStreams streams;

    public DeskStreams(Supplier<Plan> plan, CrossingReader reader, Properties settings) {
        this.streams = new KafkaStreams(AlertTopology.of(plan, reader, tally, settings), settings);
        // A thread that fails is replaced; what it had not committed is done again.
        streams.setUncaughtExceptionHandler(problem -> StreamThreadExceptionResponse.REPLACE_THREAD);
    }

    public void start() {
        streams.start();
    }

    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    public String state() {
        return streams.state().name();
    }

    /** Whether it is this instance that decides; the others hold a copy or wait. */
    public boolean isDeciding() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .anyMatch(partition -> partition.topic().equals(Topics.ALERTS));
    }

    /** All instances that are known to share the work, this one among them, as {@code host:port}. */
    public SortedSet<String> instances() {
        SortedSet<String> all = new TreeSet<>();
        for (StreamsMetadata one : streams.metadataForAllStreamsClients()) {
            all.add(one.host() + ":" + one.port());
        }
        return all;
    }

    public Tally tally() {
        return tally;
    }

    public KafkaStreams streams() {
        return streams;
    }

    public DeskView view() {
        return new DeskView(streams);
    }

    /** Leaves the group, so that the next start need not wait for the session to time out. */
    @Override
    public void close() {
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSED_WITHIN));
    }
}
