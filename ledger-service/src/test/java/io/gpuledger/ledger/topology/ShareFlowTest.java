package io.gpuledger.ledger.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.Overhead;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.HourUsage;
import io.gpuledger.common.event.HoursClosed;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Usage in, shares of overheads out. */
class ShareFlowTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant NEXT = START.plus(Duration.ofHours(1));

    private final Ledger ledger = new Ledger(new LedgerFile(
            List.of(), List.of(), List.of(), List.of(), null, List.of(power("4")), List.of(), null, null));

    private static Overhead power(String dollars) {
        return new Overhead(
                "power",
                Overhead.Kind.POWER,
                HourlyRate.ofDollars(dollars),
                null,
                START,
                null,
                null,
                null,
                Overhead.ShareBy.GPU_HOURS,
                Map.<String, BigDecimal>of());
    }

    private static HourUsage used(String owner, int gpus, int revision) {
        return new HourUsage(
                owner,
                "llm",
                null,
                Told.MAIN,
                null,
                Told.SKU,
                Tier.ON_DEMAND,
                START,
                revision,
                GpuTime.of(gpus * 1000L, 3_600_000),
                Money.ofDollars("1"),
                null);
    }

    private static HoursClosed closed(Instant until, int partition) {
        return new HoursClosed(until, until, partition, 2);
    }

    private static List<String> rates(List<Posting> postings, Scope scope) {
        return postings.stream()
                .filter(posting -> posting.scope().equals(scope))
                .map(posting -> posting.at() + " " + posting.rate() + (posting.isHeld() ? " estimated" : ""))
                .toList();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void nothingIsSharedBeforeAllBooksHaveClosedTheHour() {
        ledger.used(used("research", 3, 0), closed(NEXT, 0));

        assertThat(ledger.postings()).isEmpty();
    }

    @Test
    void aClosedHourIsPostedInEveryScopeOfItsCells() {
        ledger.used(used("research", 3, 0), used("vision", 1, 0), closed(NEXT, 0), closed(NEXT, 1));

        List<Posting> postings = ledger.postings();
        assertThat(rates(postings, Scope.owner("research")))
                .containsExactly(START + " $3/h", NEXT + " $-3/h", NEXT + " $3/h estimated");
        assertThat(rates(postings, Scope.owner("vision"))).hasSize(3);
        assertThat(rates(postings, Scope.ALL)).hasSize(6);
        assertThat(rates(postings, new Scope(Scope.Kind.PROJECT, "llm"))).hasSize(6);
        assertThat(postings).allSatisfy(posting -> {
            assertThat(posting.cell().component()).isEqualTo(Component.OVERHEAD);
            assertThat(posting.source()).isEqualTo(PriceSource.AMORTISED);
            assertThat(posting.resource()).isEqualTo("overhead/power");
            assertThat(posting.milliGpus()).isZero();
        });
    }

    @Test
    void usageToldTwiceChangesNothingAndCorrectedUsagePostsTheDifference() {
        ledger.used(used("research", 3, 0), used("vision", 1, 0), closed(NEXT, 0), closed(NEXT, 1));
        ledger.postings();

        ledger.used(used("vision", 1, 0), closed(NEXT, 1));
        assertThat(ledger.postings()).isEmpty();

        ledger.used(used("vision", 3, 1), closed(NEXT, 1));
        assertThat(rates(ledger.postings(), Scope.owner("vision")))
                .containsExactly(START + " $1/h", NEXT + " $-1/h", NEXT + " $1/h estimated");
    }
}
