package io.gpuledger.ledger.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.Overhead;
import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Entry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Observations in, shares of power and of hardware in the books: two owners, then one, then idle GPUs. */
class OverheadFlowTest {

    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final Scope RESEARCH = Scope.owner("research");
    private static final Scope VISION = Scope.owner("vision");
    private static final Scope NOBODY = Scope.owner("overhead");

    private final Ledger ledger = new Ledger(new LedgerFile(
            List.of(),
            List.of(),
            List.of(owner("research"), owner("vision")),
            List.of(),
            null,
            List.of(power(), hardware()),
            List.of(),
            null,
            null));

    private static OwnerRule owner(String name) {
        return new OwnerRule(name, null, null, null, name + "-*", Map.of(), null, null);
    }

    private static Overhead power() {
        return new Overhead(
                "power",
                Overhead.Kind.POWER,
                HourlyRate.ofDollars("3"),
                null,
                TEN,
                null,
                null,
                null,
                Overhead.ShareBy.GPU_HOURS,
                Map.of());
    }

    /** 12.165450122 dollars an hour in its first years. */
    private static Overhead hardware() {
        return new Overhead(
                "dgx",
                Overhead.Kind.HARDWARE,
                null,
                new BigDecimal("320000"),
                Instant.parse("2026-11-20T00:00:00Z"),
                null,
                3,
                null,
                Overhead.ShareBy.GPU_HOURS,
                Map.of());
    }

    private static Instant hour(int hours) {
        return TEN.plus(Duration.ofHours(hours));
    }

    /** Three pods for two hours, then one for another, then none. */
    private void aMorning() {
        for (int hour = 0; hour < 2; hour++) {
            ledger.told(
                    Told.running("research-1", hour(hour), "1"),
                    Told.running("research-2", hour(hour), "1"),
                    Told.running("vision-1", hour(hour), "1"),
                    Told.polled(hour(hour), 3));
        }
        ledger.told(Told.running("vision-1", hour(2), "1"), Told.polled(hour(2), 1));
        ledger.told(Told.polled(hour(3), 0), Told.polled(hour(4), 0));
    }

    private Money overhead(Scope scope, String name, int from, int until) {
        return cost(scope, from, until, entry -> entry.resource().equals("overhead/" + name));
    }

    private Money cost(Scope scope, int from, int until, Predicate<Entry> wanted) {
        return ledger.steps(scope).stream()
                .filter(wanted)
                .map(entry -> Money.of(
                        new HourlyRate(entry.rates().nanoDollars()),
                        Math.max(
                                0,
                                hour(until).toEpochMilli()
                                        - Math.max(entry.at(), hour(from).toEpochMilli()))))
                .reduce(Money.ZERO, Money::plus);
    }

    private static Money dollars(String dollars) {
        return Money.ofDollars(dollars);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whoHeldTwoOfThreeGpusBearsTwoThirdsToTheLastNanoDollar() {
        aMorning();

        assertThat(overhead(RESEARCH, "power", 0, 2)).isEqualTo(dollars("4"));
        assertThat(overhead(VISION, "power", 0, 2)).isEqualTo(dollars("2"));
        assertThat(overhead(RESEARCH, "dgx", 0, 1)).isEqualTo(dollars("8.110300081"));
        assertThat(overhead(VISION, "dgx", 0, 1)).isEqualTo(dollars("4.055150041"));
    }

    @Test
    void whoIsLeftBearsItAllAndIdleGpusCostWhoeverNobodyIs() {
        aMorning();

        assertThat(overhead(VISION, "power", 2, 3)).isEqualTo(dollars("3"));
        assertThat(overhead(RESEARCH, "power", 2, 9)).isEqualTo(Money.ZERO);
        assertThat(overhead(NOBODY, "power", 3, 4)).isEqualTo(dollars("3"));
        assertThat(overhead(NOBODY, "dgx", -10, 0)).isEqualTo(dollars("121.65450122"));
    }

    @Test
    void whateverIsSharedAddsUpToWhatItCosts() {
        aMorning();

        for (int hour = -10; hour < 6; hour++) {
            assertThat(overhead(Scope.ALL, "dgx", hour, hour + 1)).isEqualTo(dollars("12.165450122"));
            Money owners = overhead(RESEARCH, "dgx", hour, hour + 1)
                    .plus(overhead(VISION, "dgx", hour, hour + 1))
                    .plus(overhead(NOBODY, "dgx", hour, hour + 1));
            assertThat(owners).isEqualTo(dollars("12.165450122"));
        }
    }

    @Test
    void onlyTheHourThatIsNotClosedIsEstimated() {
        aMorning();

        Predicate<Entry> estimated =
                entry -> entry.strand().estimated() && entry.cell().component() == Component.OVERHEAD;
        assertThat(cost(Scope.ALL, -10, 4, estimated)).isEqualTo(Money.ZERO);
        assertThat(cost(Scope.ALL, 4, 5, estimated)).isEqualTo(dollars("15.165450122"));
    }

    @Test
    void aLateObservationRestatesTheSharesOfItsHour() {
        aMorning();

        ledger.told(Told.running("research-3", hour(0).plusSeconds(1_800), "1"), Told.polled(hour(5), 0));

        // 3 GPU-hours and a half between 10:30 and 11:00, when the next poll did not list it
        assertThat(overhead(RESEARCH, "power", 0, 1)).isEqualTo(dollars("2.142857143"));
        assertThat(overhead(VISION, "power", 0, 1)).isEqualTo(dollars("0.857142857"));
        assertThat(overhead(Scope.ALL, "power", 0, 1)).isEqualTo(dollars("3"));
    }

    @Test
    void burnLeavesOverheadsOut() {
        aMorning();

        List<Burn> burns = ledger.burns().stream()
                .filter(burn -> burn.scope().equals(VISION))
                .toList();
        assertThat(burns.getFirst().now()).isEqualTo(HourlyRate.ofDollars("1.01"));
        assertThat(burns).allSatisfy(burn -> assertThat(burn.now()).isLessThanOrEqualTo(HourlyRate.ofDollars("1.01")));
    }
}
