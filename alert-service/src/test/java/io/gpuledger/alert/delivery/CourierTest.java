package io.gpuledger.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.sink.Answer;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Delivery.Outcome;
import io.gpuledger.common.event.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Trying again, in virtual time. */
class CourierTest {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<Answer> witnessed = new ArrayList<>();
    private final Semaphore turns = new Semaphore(1);
    private Instant now = START;

    private Delivery bring() throws InterruptedException {
        Courier courier = new Courier(
                any -> Optional.of(said -> answers.size() > 1 ? answers.remove() : answers.element()),
                DeliveryLimits.DEFAULT,
                new Random(7),
                new Courier.Surroundings(() -> now, this::pause, (said, answer, took) -> witnessed.add(answer)));
        return courier.bring(said(), turns);
    }

    private void pause(Duration duration) {
        assertThat(turns.availablePermits())
                .as("nobody waits with a turn in hand")
                .isEqualTo(1);
        pauses.add(duration);
        now = now.plus(duration);
    }

    static Notification said() {
        return new Notification(
                "n",
                "d",
                START,
                "r",
                "webhook",
                0,
                "{}:{}",
                3,
                Notification.Status.FIRING,
                "",
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                0,
                null);
    }

    private static Answer.Retry retry(@Nullable Duration after) {
        return new Answer.Retry("HTTP 503", after);
    }

    @Test
    void triesUntilItIsTaken() throws InterruptedException {
        answers.add(retry(null));
        answers.add(retry(null));
        answers.add(new Answer.Delivered("HTTP 200"));

        Delivery delivery = bring();

        assertThat(delivery).isEqualTo(Delivery.of(said(), now, Outcome.DELIVERED, 3, "HTTP 200"));
        assertThat(pauses).hasSize(2).allMatch(pause -> pause.toMillis() >= 100 && pause.toMillis() <= 750);
        assertThat(witnessed).hasSize(3);
    }

    @Test
    void leavesTheReceiverAloneForAsLongAsItAsks() throws InterruptedException {
        answers.add(retry(Duration.ofMinutes(5)));
        answers.add(new Answer.Delivered("HTTP 200"));

        bring();

        assertThat(pauses).containsExactly(Duration.ofMinutes(5));
    }

    @Test
    void obeysNoReceiverForLongerThanTheLimit() throws InterruptedException {
        answers.add(retry(Duration.ofDays(9)));
        answers.add(new Answer.Delivered("HTTP 200"));

        bring();

        assertThat(pauses).containsExactly(DeliveryLimits.DEFAULT.retryAfterMax());
    }

    @Test
    void doesNotTryAgainWhatWasRefused() throws InterruptedException {
        answers.add(new Answer.Rejected("HTTP 404"));

        assertThat(bring().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(pauses).isEmpty();
    }

    @Test
    void givesUpAfterADayAndNotBefore() throws InterruptedException {
        answers.add(retry(null));

        Delivery delivery = bring();

        assertThat(delivery.outcome()).isEqualTo(Outcome.GAVE_UP);
        assertThat(delivery.at()).isBetween(START.plus(Duration.ofHours(23)), START.plus(Duration.ofDays(1)));
        assertThat(pauses).allMatch(pause -> pause.compareTo(DeliveryLimits.DEFAULT.delayMax()) <= 0);
        assertThat(delivery.attempts()).isEqualTo(pauses.size() + 1);
    }

    @Test
    void triesAgainWhereASinkFailsUnforeseen() throws InterruptedException {
        Courier courier = new Courier(
                any -> Optional.of(said -> {
                    if (pauses.isEmpty()) {
                        throw new IllegalArgumentException("a secret");
                    }
                    return new Answer.Delivered("HTTP 200");
                }),
                DeliveryLimits.DEFAULT,
                new Random(7),
                new Courier.Surroundings(() -> now, this::pause, (said, answer, took) -> witnessed.add(answer)));

        assertThat(courier.bring(said(), turns).attempts()).isEqualTo(2);
        assertThat(witnessed.getFirst().detail()).doesNotContain("secret");
    }

    @Test
    void waitsForARoutingFileThatKnowsTheIntegrationAndRefusesWhereNoneComes() throws InterruptedException {
        Courier courier = new Courier(
                any -> Optional.empty(),
                DeliveryLimits.DEFAULT,
                new Random(7),
                new Courier.Surroundings(() -> now, this::pause, (said, answer, took) -> witnessed.add(answer)));

        Notification said = said();
        assertThat(courier.bring(said, turns).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(now).isAfterOrEqualTo(said.at().plusSeconds(30));
    }
}
