package io.gpuledger.pricing.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.PollFailed;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.PodsSeen.UnreadablePod;
import io.gpuledger.pricing.publish.OutgoingRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountPollerTest {

    private static final Instant BEGIN = Instant.parse("2026-06-01T12:00:00.123456789Z");
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final ScriptedProvider provider = new ScriptedProvider();
    private final WrittenDown written = new WrittenDown();
    private Instant now = BEGIN;
    private final AccountPoller poller = new AccountPoller(
            ScriptedProvider.ACCOUNT,
            new Questions(
                    provider,
                    new Questions.Pace(Duration.ofMinutes(10), new Gate.Patience(INTERVAL, Duration.ofSeconds(60))),
                    Runnable::run,
                    () -> 1),
            written,
            () -> now);

    private PollReport pollAfter(Duration pause) {
        now = now.plus(pause);
        return poller.poll();
    }

    @Test
    void everythingOfAPollBearsItsInstantAndTheMarkersComeLast() {
        PollReport report = poller.poll();

        assertThat(report.completed()).isTrue();
        assertThat(report.pods()).isEqualTo(3);
        assertThat(written.records)
                .extracting(record -> record.event().at())
                .containsOnly(Instant.parse("2026-06-01T12:00:00.123Z"));
        List<Class<?>> kinds = written.records.stream()
                .<Class<?>>map(record -> record.event().getClass())
                .toList();
        assertThat(kinds.subList(kinds.size() - WrittenDown.PARTITIONS, kinds.size()))
                .containsOnly(PollCompleted.class);
        assertThat(kinds).contains(PricesListed.class, AccountObserved.class, PodObserved.class);
        assertThat(written.events(PollCompleted.class).stream()
                        .mapToInt(PollCompleted::pods)
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void aPollWithoutAnyPodIsCompleted() {
        provider.pods = List.of();

        assertThat(poller.poll().completed()).isTrue();
        assertThat(written.events(PollCompleted.class))
                .hasSize(4)
                .allSatisfy(marker -> assertThat(marker.pods()).isZero());
    }

    @Test
    void aPollThatBringsNoPodsIsToldAsFailedAndTellsTheBalanceAllTheSame() {
        provider.podsFailure = new Failure.Gone("status 410 from /v2/pods");

        PollReport report = poller.poll();

        assertThat(report.outcome()).isEqualTo("gone");
        assertThat(written.events(PodObserved.class)).isEmpty();
        assertThat(written.events(PollCompleted.class)).isEmpty();
        assertThat(written.events(AccountObserved.class)).hasSize(1);
        assertThat(written.events(PollFailed.class))
                .hasSize(4)
                .allSatisfy(marker -> assertThat(marker.reason()).isEqualTo("gone"));
    }

    @Test
    void aBalanceThatCannotBeReadIsNoEventAndFailsNoPoll() {
        provider.accountFailure = new Failure.Malformed("the answer holds no balance");

        PollReport report = poller.poll();

        assertThat(report.completed()).isTrue();
        assertThat(report.balance()).isEqualTo(provider.accountFailure);
        assertThat(written.events(AccountObserved.class)).isEmpty();
    }

    @Test
    void aPodThatCannotBeReadIsBuriedAndItsPollEndsNone() {
        provider.unreadable = List.of(new UnreadablePod("gpu.count must be a whole number of GPUs", "{\"id\":\"d\"}"));

        PollReport report = poller.poll();

        assertThat(report.outcome()).isEqualTo("malformed");
        assertThat(written.events(PodObserved.class)).hasSize(3);
        assertThat(written.events(PollCompleted.class)).isEmpty();
        assertThat(written.events(PollFailed.class)).hasSize(4);
        assertThat(written.buried).singleElement().satisfies(letter -> {
            assertThat(letter.source()).isEqualTo("runpod/main");
            assertThat(letter.value()).isEqualTo("{\"id\":\"d\"}");
        });
    }

    @Test
    void aPollThatCannotBePublishedSaysSoAndTheNextGoesOn() {
        written.away = true;
        assertThat(poller.poll().outcome()).isEqualTo(PollReport.UNPUBLISHED);
        written.away = false;

        assertThat(pollAfter(INTERVAL).completed()).isTrue();
        assertThat(written.events(PollCompleted.class)).hasSize(4);
    }

    @Test
    void instantsOfPollsNeverStandNorGoBack() {
        Instant first = poller.poll().at();
        Instant second = poller.poll().at();
        Instant third = pollAfter(Duration.ofHours(-1)).at();

        assertThat(second).isEqualTo(first.plusMillis(1));
        assertThat(third).isEqualTo(first.plusMillis(2));
    }

    @Test
    void aProviderThatAsksForAPauseIsLeftAloneWhileEveryPollHasItsMarker() {
        provider.podsFailure = new Failure.RateLimited("status 429", Duration.ofSeconds(12));
        poller.poll();
        provider.podsFailure = null;

        PollReport during = pollAfter(INTERVAL);
        pollAfter(INTERVAL);
        assertThat(provider.askedForPods).isEqualTo(1);
        assertThat(during.outcome()).isEqualTo("rate_limited");
        assertThat(written.events(PollFailed.class)).hasSize(12);

        assertThat(pollAfter(INTERVAL).completed()).isTrue();
        assertThat(provider.askedForPods).isEqualTo(2);
    }

    @Test
    void aProviderThatGoesOnFailingIsAskedLessOften() {
        provider.podsFailure = new Failure.Unavailable("status 500", true);
        for (int poll = 0; poll < 40; poll++) {
            pollAfter(INTERVAL);
        }

        assertThat(provider.askedForPods).isBetween(5, 10);
        assertThat(written.events(PollFailed.class)).hasSize(40 * 4);
    }

    @Test
    void pricesAreAskedForAtTheStartAndThenEveryTenMinutes() {
        poller.poll();
        pollAfter(Duration.ofMinutes(9));
        assertThat(provider.askedForPrices).isEqualTo(1);

        pollAfter(Duration.ofMinutes(1));
        assertThat(provider.askedForPrices).isEqualTo(2);
    }

    @Test
    void aBalanceThatIsNotAskedForAgainKeepsItsReason() {
        provider.accountFailure = new Failure.Unauthorized("status 401 from /graphql");
        for (int poll = 0; poll < 10; poll++) {
            assertThat(pollAfter(INTERVAL).balance()).isEqualTo(provider.accountFailure);
        }

        assertThat(provider.askedForAccount).isLessThan(10);
    }

    @Test
    void nothingOfAnotherPollIsMixedIn() {
        poller.poll();
        written.records.clear();
        PollReport second = pollAfter(INTERVAL);

        assertThat(written.records)
                .extracting(OutgoingRecord::event)
                .extracting(Event::at)
                .containsOnly(second.at());
    }
}
