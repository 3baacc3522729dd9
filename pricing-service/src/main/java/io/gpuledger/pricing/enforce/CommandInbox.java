package io.gpuledger.pricing.enforce;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.action.ActionCommand;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * action-commands.v1 -> the enforcer of each command's account. Commits no further than the first command that is not carried
 * out, so that a restart takes it up again.
 */
public final class CommandInbox implements Runnable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BEGIN_AGAIN_AFTER = Duration.ofSeconds(1);
    private static final int WAITING_MAX = 1_000;

    private final EventSerde<ActionCommand> events = new EventSerde<>(ActionCommand.class, "/" + Enforcer.NAME);
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Map<AccountRef, Enforcer> enforcers;
    private final BiConsumer<String, Throwable> complaints;
    private final Map<TopicPartition, CommandLanes> lanes = new HashMap<>();

    /**
     * @param consumers a new one where the last one failed
     * @param enforcers of the accounts that are watched; the commands of others are others' business
     * @param complaints what went wrong, and why
     */
    public CommandInbox(
            Supplier<Consumer<String, byte[]>> consumers,
            Map<AccountRef, Enforcer> enforcers,
            BiConsumer<String, Throwable> complaints) {
        this.consumers = consumers;
        this.enforcers = Map.copyOf(enforcers);
        this.complaints = complaints;
    }

    /** Until its thread is interrupted. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                work(consumer);
            } catch (InterruptException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                complaints.accept("commands cannot be read, and are read anew", e);
                LockSupport.parkNanos(BEGIN_AGAIN_AFTER.toNanos());
            } finally {
                lanes.values().forEach(CommandLanes::close);
                lanes.clear();
            }
        }
    }

    private void work(Consumer<String, byte[]> consumer) {
        consumer.subscribe(List.of(Topics.ACTION_COMMANDS), new Assignment(consumer));
        while (!Thread.currentThread().isInterrupted()) {
            consumer.poll(POLL).forEach(this::accept);
            commit(consumer);
            breathe(consumer);
        }
    }

    private void accept(ConsumerRecord<String, byte[]> record) {
        CommandLanes lane = lanes.get(new TopicPartition(record.topic(), record.partition()));
        if (lane == null) {
            throw new IllegalStateException("no lane for partition " + record.partition());
        }
        try {
            lane.accept(record.offset(), events.deserialize(record.topic(), record.headers(), record.value()));
        } catch (SerializationException e) {
            complaints.accept("a command cannot be read, offset " + record.offset(), e);
            lane.pass(record.offset());
        }
    }

    private void commit(Consumer<String, byte[]> consumer) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        lanes.forEach((partition, lane) ->
                lane.newSafeOffset().ifPresent(offset -> offsets.put(partition, new OffsetAndMetadata(offset))));
        if (!offsets.isEmpty()) {
            try {
                consumer.commitSync(offsets);
            } catch (RebalanceInProgressException | CommitFailedException | TimeoutException e) {
                // Read again by whoever has the partition next: what is done already is found done.
                offsets.keySet().forEach(partition -> lanes.get(partition).commitAgain());
            }
        }
    }

    private void breathe(Consumer<String, byte[]> consumer) {
        if (lanes.values().stream().mapToInt(CommandLanes::waiting).sum() >= WAITING_MAX) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
    }

    private final class Assignment implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> consumer;

        Assignment(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> lanes.put(partition, new CommandLanes(enforcers, complaints)));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> lanes.get(partition).close());
            commit(consumer);
            partitions.forEach(lanes::remove);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> lanes.get(partition).close());
            partitions.forEach(lanes::remove);
        }
    }
}
