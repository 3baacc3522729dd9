package io.gpuledger.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.app.Await;
import io.gpuledger.alert.journal.Outcomes;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Notification;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final int PER_RECEIVER = 2;

    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final Set<String> finishedBefore = ConcurrentHashMap.newKeySet();
    private final CountDownLatch deadIsBack = new CountDownLatch(1);
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger atOnceMax = new AtomicInteger();
    private final Lanes lanes = lanes();

    private Lanes lanes() {
        Courier courier = new Courier(
                said -> Optional.of(this::send),
                DeliveryLimits.DEFAULT,
                new Random(7),
                new Courier.Surroundings(InstantSource.fixed(START), pause -> {}, (said, answer, took) -> {}));
        Outcomes outcomes = new Outcomes() {
            @Override
            public boolean isFinished(Notification notification) {
                return finishedBefore.contains(notification.id());
            }

            @Override
            public void keep(Notification notification, Delivery delivery) {
                delivered.add(notification.id());
            }
        };
        return new Lanes(courier, outcomes, new ConcurrentHashMap<>(), PER_RECEIVER);
    }

    private Answer send(Notification said) throws InterruptedException {
        atOnceMax.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            if (said.receiver().equals("dead")) {
                deadIsBack.await();
            }
            return new Answer.Delivered("");
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private static Notification said(String id, String receiver, String group) {
        return new Notification(
                id,
                "d",
                START,
                receiver,
                "webhook",
                0,
                group,
                1,
                Notification.Status.FIRING,
                "",
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                0,
                null);
    }

    @AfterEach
    void stop() {
        lanes.close();
    }

    @Test
    void keepTheOrderOfAGroup() {
        List<String> ids = IntStream.range(0, 50).mapToObj(i -> "n" + i).toList();
        ids.forEach(id -> lanes.accept(ids.indexOf(id), said(id, "r", "g")));
        Await.until("all are delivered", () -> delivered.size() == ids.size());

        assertThat(delivered).containsExactlyElementsOf(ids);
    }

    @Test
    void goPastAReceiverThatIsDeadButCommitNoFurther() {
        lanes.accept(4, said("alive-1", "alive", "g"));
        lanes.accept(5, said("dead-1", "dead", "g"));
        lanes.accept(6, said("alive-2", "alive", "g"));
        Await.until("the others are delivered", () -> delivered.size() == 2);
        Await.until(
                "what is before the dead one is safe", () -> lanes.safeOffset().orElse(-1) == 5);

        deadIsBack.countDown();
        Await.until("all is safe", () -> lanes.safeOffset().orElse(-1) == 7);

        assertThat(delivered).containsExactlyInAnyOrder("alive-1", "alive-2", "dead-1");
    }

    @Test
    void giveAReceiverOnlySoManyCallsAtOnce() {
        for (int i = 0; i < 10; i++) {
            lanes.accept(i, said("n" + i, "dead", "g" + i));
        }
        Await.until("as many as may are calling", () -> atOnce.get() == PER_RECEIVER);
        deadIsBack.countDown();
        Await.until("all are delivered", () -> delivered.size() == 10);

        assertThat(atOnceMax.get()).isEqualTo(PER_RECEIVER);
    }

    @Test
    void passOverWhatIsFinishedOrUnreadable() {
        finishedBefore.add("old");
        lanes.accept(0, said("old", "r", "g"));
        lanes.accept(1, null);

        assertThat(lanes.safeOffset()).hasValue(2);
        assertThat(lanes.waiting()).isZero();
    }

    @Test
    void takeNothingForFinishedThatWasBrokenOff() {
        lanes.accept(9, said("dead-1", "dead", "g"));
        Await.until("it is calling", () -> atOnce.get() == 1);

        lanes.close();

        assertThat(delivered).isEmpty();
        assertThat(lanes.safeOffset()).hasValue(9);
    }
}
