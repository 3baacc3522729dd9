package io.gpuledger.ledger.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lies behind the horizon of an account is kept by the hour, and no more than that. */
class FoldingFlowTest {

    private static final Instant T = Instant.parse("2026-10-05T10:00:00Z");
    private static final Scope ACCOUNT = Scope.account(Told.MAIN);

    private static Instant min(long minutes) {
        return T.plusSeconds(60 * minutes);
    }

    /** Four pods that run every other minute for two hours, and one that goes on and changes its price. */
    private static Ledger busy() {
        Ledger ledger = new Ledger(Ledger.file(List.of(), List.of(), List.of()));
        for (int m = 0; m < 120; m++) {
            ledger.told(Told.running("long", min(m), m < 30 ? "0.50" : "0.60"));
            for (int pod = 0; m % 2 == 0 && pod < 4; pod++) {
                ledger.told(Told.running("pod-" + pod, min(m), "0.69"));
            }
            ledger.told(Told.polled(min(m), m % 2 == 0 ? 5 : 1));
        }
        return ledger;
    }

    private static void dayAfter(Ledger ledger, int days) {
        Instant at = T.plus(Duration.ofDays(days));
        ledger.told(Told.running("long", at, "0.60"), Told.polled(at, 1));
        ledger.told(Told.polled(at.plusSeconds(60), 1), Told.running("long", at.plusSeconds(60), "0.60"));
    }

    @Test
    void theBooksShrinkAndEveryHourCostsWhatItDid() {
        try (Ledger ledger = busy()) {
            int before = ledger.steps(ACCOUNT).size();
            Money hour = ledger.cost(ACCOUNT, T, min(60));
            Money both = ledger.cost(ACCOUNT, T, min(120));

            dayAfter(ledger, 37);

            // two components, each with two hours, what still runs, and what takes that out of the hours
            assertThat(before).isGreaterThan(900);
            assertThat(ledger.steps(ACCOUNT)).hasSizeLessThanOrEqualTo(2 * 4);
            assertThat(ledger.cost(ACCOUNT, T, min(60))).isEqualTo(hour);
            assertThat(ledger.cost(ACCOUNT, T, min(120))).isEqualTo(both);
        }
    }

    @Test
    void whatStillRunsKeepsItsNameAndWhatIsOverLosesIt() {
        try (Ledger ledger = busy()) {
            dayAfter(ledger, 37);
            dayAfter(ledger, 39);

            assertThat(ledger.steps(ACCOUNT))
                    .extracting(Entry::resource)
                    .containsOnly("long", Entry.FOLDED)
                    .contains("long");
            Instant yesterday = T.plus(Duration.ofDays(38));
            assertThat(ledger.cost(ACCOUNT, yesterday, yesterday.plusSeconds(3600)))
                    .isEqualTo(Money.ofDollars("0.61"));
        }
    }

    @Test
    void whatLiesWithinTheHorizonIsNotFolded() {
        try (Ledger ledger = busy()) {
            int before = ledger.steps(ACCOUNT).size();

            dayAfter(ledger, 34);

            assertThat(ledger.steps(ACCOUNT)).hasSizeGreaterThanOrEqualTo(before);
        }
    }
}
