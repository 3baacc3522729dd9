package io.gpuledger.common.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Tick;
import io.gpuledger.common.wire.EventSerde;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InboxTest {

    private static final TopicPartition PARTITION = new TopicPartition("ticks", 0);
    private static final Tick TICK =
            new Tick(new AccountRef("runpod", "main"), Instant.parse("2026-11-21T08:00:00Z"), true, 0, 1);

    private final EventSerde<Tick> events = new EventSerde<>(Tick.class, "/test");
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final List<String> complaints = new ArrayList<>();
    private final Slow lane = new Slow();
    private final Inbox<Tick> inbox = new Inbox<>(events, () -> consumer, new Ticks());

    /** Finishes what it is told to. */
    private static final class Slow implements Lane<Tick> {

        private final Places places = new Places();
        private boolean closed;

        @Override
        public void accept(long offset, @Nullable Tick event) {
            if (event == null) {
                places.pass(offset);
            } else {
                places.begin(offset);
            }
        }

        @Override
        public OptionalLong safeOffset() {
            return places.safe();
        }

        @Override
        public int waiting() {
            return places.unfinished();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final class Ticks implements Inbox.Owner<Tick> {

        @Override
        public String topic() {
            return PARTITION.topic();
        }

        @Override
        public int waitingMax() {
            return 3;
        }

        @Override
        public Lane<Tick> lane() {
            return lane;
        }

        @Override
        public void complain(String what, Throwable why) {
            complaints.add(what);
        }
    }

    private void assigned() {
        consumer.rebalance(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    private void comes(long offset, boolean readable) {
        RecordHeaders headers = new RecordHeaders();
        byte[] value = events.serialize(PARTITION.topic(), headers, TICK);
        consumer.addRecord(new ConsumerRecord<>(
                PARTITION.topic(),
                0,
                offset,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                "k",
                value,
                readable ? headers : new RecordHeaders(),
                Optional.empty()));
    }

    /** What happens in the turns of its loop, one after the other, and then it is closed. */
    private void turns(Runnable... turns) {
        for (Runnable turn : turns) {
            consumer.schedulePollTask(turn);
        }
        consumer.schedulePollTask(inbox::close);
        inbox.run();
    }

    private @Nullable OffsetAndMetadata committed() {
        return consumer.committed(Set.of(PARTITION)).get(PARTITION);
    }

    @Test
    void commitsNoFurtherThanTheFirstThatIsNotFinished() {
        List<@Nullable OffsetAndMetadata> seen = new ArrayList<>();
        turns(
                () -> {
                    assigned();
                    comes(0, true);
                    comes(1, true);
                },
                () -> lane.places.finish(1),
                () -> seen.add(committed()),
                () -> lane.places.finish(0),
                () -> {},
                () -> seen.add(committed()));

        assertThat(seen).containsExactly(new OffsetAndMetadata(0), new OffsetAndMetadata(2));
        assertThat(lane.closed).isTrue();
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void passesWhatCannotBeReadAndSaysSo() {
        List<@Nullable OffsetAndMetadata> seen = new ArrayList<>();
        turns(
                () -> {
                    assigned();
                    comes(0, false);
                },
                () -> seen.add(committed()));

        assertThat(seen).containsExactly(new OffsetAndMetadata(1));
        assertThat(complaints).containsExactly("ticks has at offset 0 what cannot be read");
    }

    @Test
    void readsNoFurtherWhileTooManyAreOnTheirWay() {
        List<Set<TopicPartition>> paused = new ArrayList<>();
        turns(
                () -> {
                    assigned();
                    comes(0, true);
                    comes(1, true);
                    comes(2, true);
                },
                () -> paused.add(consumer.paused()),
                () -> lane.places.finish(2),
                () -> paused.add(consumer.paused()));

        assertThat(paused).containsExactly(Set.of(PARTITION), Set.of());
    }
}
