package io.gpuledger.pricing.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Money;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.Provider.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BillPollerTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:34:56.789Z");
    private static final Instant EIGHT = Instant.parse("2026-06-01T08:00:00Z");

    private final ScriptedProvider provider = new ScriptedProvider();
    private final WrittenDown written = new WrittenDown();
    private final BillPoller poller = new BillPoller(
            ScriptedProvider.ACCOUNT,
            provider,
            written,
            new BillPoller.Past(Duration.ofHours(3), Duration.ofHours(24)),
            () -> NOW);

    private static BillLine line(String dollars) {
        return new BillLine(
                ScriptedProvider.ACCOUNT,
                "a/8",
                NOW,
                "a",
                BillLine.Kind.USAGE,
                EIGHT,
                EIGHT.plus(Duration.ofHours(1)),
                Money.ofDollars(dollars),
                null,
                null,
                null);
    }

    @Test
    void onlyWholeHoursThatAreBilledForGoodAreAskedFor() {
        poller.poll();

        assertThat(provider.askedForBills)
                .isEqualTo(new Range(Instant.parse("2026-05-31T09:00:00Z"), Instant.parse("2026-06-01T09:00:00Z")));
    }

    @Test
    void aLineIsToldOnceAndAgainWhenItsAmountChanges() {
        provider.bills = List.of(line("0.69"));
        int first = poller.poll().published();
        int again = poller.poll().published();
        provider.bills = List.of(line("0.70"));
        int corrected = poller.poll().published();

        assertThat(List.of(first, again, corrected)).containsExactly(1, 0, 1);
        assertThat(written.events(BillLine.class))
                .extracting(BillLine::amount)
                .containsExactly(Money.ofDollars("0.69"), Money.ofDollars("0.70"));
    }

    @Test
    void whatCouldNotBePublishedIsToldTheNextTime() {
        provider.bills = List.of(line("0.69"));
        written.away = true;
        BillPoller.Report away = poller.poll();
        written.away = false;

        assertThat(away.failed()).isTrue();
        assertThat(poller.poll().published()).isEqualTo(1);
    }

    @Test
    void noAnswerIsAFailureThatIsAskedAgainSooner() {
        provider.podsFailure = new Failure.Unavailable("HTTP 502", true);
        BillWatch.Pace pace = new BillWatch.Pace(Duration.ofHours(1), Duration.ofMinutes(1));

        BillPoller.Report report = poller.poll();

        assertThat(report.failed()).isTrue();
        assertThat(pace.after(report)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void nonsenseOfSettingsIsRefusedByName() {
        assertThatThrownBy(() -> new BillPoller.Past(Duration.ofHours(-1), Duration.ofHours(24)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("bills-settled-after must not be negative");
    }
}
