package io.gpuledger.ledger.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.Crossing.Contributor;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpendingTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DOLLAR = 1_000_000_000L;

    private final Spending spending = new Spending(10 * HOUR, 11 * HOUR);

    private void step(String pod, long at, long nanoDollars, long milliGpus) {
        Cell cell = new Cell(
                "ml", null, null, new AccountRef("runpod", "main"), null, "L4", Tier.ON_DEMAND, Component.COMPUTE);
        spending.add(new Entry(
                new Strand(cell, null, PriceSource.OBSERVED, false, false),
                pod,
                pod,
                null,
                at,
                at,
                new Rates(nanoDollars, milliGpus, 0),
                new Impulse(Money.ZERO, GpuTime.ZERO, GpuTime.ZERO),
                pod));
    }

    @Test
    void tellsSinceWhenThoseHaveGpusThatHadNoneWhenTheRangeBegan() {
        step("old", 9 * HOUR, DOLLAR, 1000);
        step("old", 10 * HOUR + 1, DOLLAR, 0);
        step("new", 10 * HOUR + HOUR / 2, 4 * DOLLAR, 2000);
        step("back", 8 * HOUR, DOLLAR, 1000);
        step("back", 9 * HOUR, -DOLLAR, -1000);
        step("back", 10 * HOUR + HOUR / 2, DOLLAR, 1000);
        step("grown", 9 * HOUR, DOLLAR / 4, 1000);
        step("grown", 10 * HOUR + 5, DOLLAR / 100, 1000);

        Instant half = Instant.ofEpochMilli(10 * HOUR + HOUR / 2);
        assertThat(spending.largest(5, Money.ofDollars("4")))
                .extracting(Contributor::name, Contributor::startedAt)
                .containsExactly(tuple("new", half), tuple("old", null), tuple("back", half), tuple("grown", null));
    }
}
