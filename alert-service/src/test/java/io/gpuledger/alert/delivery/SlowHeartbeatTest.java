package io.gpuledger.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.gpuledger.alert.alert.Beat;
import io.gpuledger.alert.alert.CrossingReader;
import io.gpuledger.alert.alert.Links;
import io.gpuledger.alert.app.Await;
import io.gpuledger.alert.journal.Outcomes;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpCaller;
import io.gpuledger.alert.sink.MemoryReceipts;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.Stub;
import io.gpuledger.alert.sink.heartbeat.HeartbeatSettings;
import io.gpuledger.alert.sink.net.TargetGuard;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Delivery.Outcome;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Notification.Told;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Heartbeats on their way to somebody who does not answer. */
class SlowHeartbeatTest {

    private static final Duration EVERY = Duration.ofMillis(1_500);

    private final Stub receiver = new Stub();
    private final HttpCaller http = new HttpCaller(new TargetGuard(true), InstantSource.system(), "GPU-Ledger");
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    private final Lanes lanes;

    SlowHeartbeatTest() throws IOException {
        Sink sink = new HeartbeatSettings(Secret.of(receiver.url()), EVERY).sink(outside());
        Courier courier = new Courier(
                said -> Optional.of(sink),
                DeliveryLimits.DEFAULT,
                new Random(7),
                new Courier.Surroundings(InstantSource.system(), Thread::sleep, (said, answer, took) -> {}));
        lanes = new Lanes(courier, new Kept(), new ConcurrentHashMap<>(), DeliveryLimits.DEFAULT.perReceiver());
    }

    private final class Kept implements Outcomes {

        @Override
        public boolean isFinished(Notification notification) {
            return false;
        }

        @Override
        public void keep(Notification notification, Delivery delivery) {
            outcomes.put(notification.id(), delivery.outcome());
        }
    }

    private Outside outside() {
        return new Outside(
                http,
                new TargetGuard(true),
                new MemoryReceipts(),
                step -> {},
                "http://alerts.example",
                "http://console.example",
                InstantSource.system());
    }

    private static Notification beat(String id) {
        Instant now = Instant.now();
        Alert beat = new CrossingReader(new Links("http://ledger.example")).alertOf(Beat.crossing(now));
        Told told = new Told(
                Status.FIRING, beat.fingerprint(), beat.labels(), beat.annotations(), beat.startsAt(), null, null);
        return new Notification(
                id,
                "d",
                now,
                Beat.NAME,
                Beat.INTEGRATION,
                0,
                "{}:{}",
                1,
                Status.FIRING,
                "repeat interval elapsed",
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(told),
                0,
                null);
    }

    @AfterEach
    void close() {
        lanes.close();
        http.close();
        receiver.close();
    }

    @Test
    void theNextOneGoesOutWhenItIsDueWhereTheLastWasNeverAnswered() {
        receiver.answers(any -> receiver.calls().size() == 1 ? Stub.Reply.SILENT : Stub.Reply.of(200, ""));
        Instant begun = Instant.now();
        lanes.accept(0, beat("never answered"));
        Await.until("it is given up", () -> outcomes.containsKey("never answered"));
        lanes.accept(1, beat("next"));
        Await.until("the next one arrives", () -> outcomes.containsKey("next"));

        assertThat(outcomes).containsEntry("never answered", Outcome.REJECTED).containsEntry("next", Outcome.DELIVERED);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(EVERY.multipliedBy(4));
    }

    @Test
    void nobodyWhoStopsWaitsForTheAnswer() {
        receiver.answers(any -> Stub.Reply.SILENT);
        lanes.accept(0, beat("never answered"));
        Await.until("it is calling", () -> !receiver.calls().isEmpty());

        assertTimeoutPreemptively(EVERY.dividedBy(2), lanes::close);
        assertThat(outcomes).isEmpty();
    }
}
