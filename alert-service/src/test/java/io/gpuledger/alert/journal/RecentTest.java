package io.gpuledger.alert.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecentTest {

    private static final Instant AT = Instant.parse("2026-11-30T12:00:00Z");
    private static final long WHILE = Recent.HANDED_OVER_WITHIN.toNanos();

    private final EventSerde<Notification> events = new EventSerde<>(Notification.class, "/test");
    private final Recent recent = new Recent(events, 1_000);

    private static Notification said(String id, String reason) {
        return new Notification(
                id,
                "dedup",
                AT,
                "d",
                "webhook",
                0,
                "{}",
                1,
                Status.FIRING,
                reason,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                0,
                null);
    }

    private ConsumerRecord<String, byte[]> record(Notification said) {
        RecordHeaders headers = new RecordHeaders();
        byte[] value = events.serialize(Topics.NOTIFICATIONS, headers, said);
        return new ConsumerRecord<>(
                Topics.NOTIFICATIONS,
                0,
                0L,
                0L,
                TimestampType.CREATE_TIME,
                0,
                value.length,
                said.key(),
                value,
                headers,
                Optional.empty());
    }

    @Test
    void whatIsHandedOverIsNotReadAgainWhicheverComesFirst() {
        recent.met(record(said("a", "as read")), 0);
        recent.handedOver(said("a", "as handed over"));
        recent.handedOver(said("b", "as handed over"));
        recent.met(record(said("b", "as read")), 0);

        recent.readOverdue(WHILE);

        assertThat(recent.all()).extracting(Notification::reason).containsOnly("as handed over");
    }

    @Test
    void whatNobodyHandsOverIsReadAfterAWhile() {
        recent.met(record(said("a", "as read")), 0);
        recent.readOverdue(WHILE - 1);
        recent.met(record(said("b", "as read")), 1);
        recent.readOverdue(WHILE);

        recent.handedOver(said("b", "as handed over"));

        assertThat(recent.all()).containsExactly(said("a", "as read"), said("b", "as handed over"));
    }

    @Test
    void whoAsksNeedNotWait() {
        recent.met(record(said("a", "as read")), 0);

        assertThat(recent.all()).containsExactly(said("a", "as read"));
    }

    @Test
    void noMoreThanSoManyWait() {
        for (int i = 0; i <= Recent.UNREAD_MAX; i++) {
            recent.met(record(said("n" + i, "as read")), 0);
        }
        recent.handedOver(said("n1", "as handed over"));

        assertThat(recent.all())
                .hasSize(Recent.UNREAD_MAX + 1)
                .startsWith(said("n0", "as read"), said("n1", "as handed over"));
    }
}
