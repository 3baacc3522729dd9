package io.gpuledger.alert.vigil;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.sink.Answer;
import io.gpuledger.common.event.Delivery.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who counts as dead, in virtual time. */
class ReceiverWatchTest {

    private static final Instant START = Told.START;
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final ReceiverWatch watch = new ReceiverWatch(LIMIT);

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private List<Instant> failingSince(int minute) {
        return watch.failing(minute(minute)).stream()
                .map(ReceiverWatch.Failing::since)
                .toList();
    }

    private void refusedForNow(String id, int decided) {
        watch.attempted(Told.to("pager", id, minute(decided)), new Answer.Retry("HTTP 503", null));
    }

    private void outcome(String id, Outcome outcome, int minute) {
        watch.learn(Told.outcome("pager", id, outcome, minute(minute)));
    }

    @Test
    void aReceiverThatTakesNothingForTheWholeLimitIsFailing() {
        refusedForNow("a", 1);

        assertThat(failingSince(15)).isEmpty();
        assertThat(failingSince(16)).containsExactly(minute(1));
        outcome("a", Outcome.DELIVERED, 17);
        assertThat(failingSince(60)).isEmpty();
    }

    @Test
    void oneThatTakesOtherNotificationsMeanwhileIsNot() {
        refusedForNow("a", 0);
        outcome("b", Outcome.DELIVERED, 10);

        assertThat(failingSince(24)).isEmpty();
        assertThat(failingSince(25)).containsExactly(minute(10));
    }

    @Test
    void oneThatRefusesAgainAndAgainIsFailingOnceTheRefusalsSpanTheLimit() {
        outcome("a", Outcome.REJECTED, 0);
        assertThat(failingSince(60))
                .as("one refusal may be that notification's fault")
                .isEmpty();

        outcome("b", Outcome.REJECTED, 15);
        assertThat(failingSince(15)).containsExactly(minute(0));
    }

    @Test
    void whatWasGivenUpMakesItFailAtOnceUntilSomethingIsTaken() {
        outcome("a", Outcome.GAVE_UP, 3);
        assertThat(failingSince(3)).containsExactly(minute(3));

        outcome("b", Outcome.DELIVERED, 4);
        assertThat(failingSince(4)).isEmpty();
    }

    @Test
    void outcomesAreReadInAnyOrderAfterARestart() {
        outcome("b", Outcome.DELIVERED, 20);
        outcome("a", Outcome.GAVE_UP, 3);
        assertThat(failingSince(20)).isEmpty();

        outcome("c", Outcome.REJECTED, 21);
        outcome("d", Outcome.REJECTED, 30);
        outcome("e", Outcome.DELIVERED, 25);
        assertThat(failingSince(44)).isEmpty();
    }

    @Test
    void afterARestartWhatIsUnderWayCountsFromWhenItWasDecided() {
        ReceiverWatch before = new ReceiverWatch(LIMIT);
        before.attempted(Told.to("pager", "a", START), new Answer.Retry("HTTP 503", null));
        refusedForNow("a", 0);

        assertThat(watch.failing(minute(15))).isEqualTo(before.failing(minute(15)));
        assertThat(failingSince(15)).containsExactly(START);
    }
}
