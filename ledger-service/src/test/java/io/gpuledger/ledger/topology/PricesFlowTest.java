package io.gpuledger.ledger.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which price is in force: two L4 of one provider, with and without an observed price, and what was listed when. */
class PricesFlowTest {

    private static final Instant T = Instant.parse("2025-11-20T10:00:00Z");
    private static final Predicate<Posting> ALL = posting -> posting.scope().equals(Scope.ALL);
    private static final Predicate<Posting> LISTED = ALL.and(posting -> posting.source() == PriceSource.CATALOGUE);
    private static final LedgerFile FILE = Ledger.file(List.of(), List.of(), List.of());

    private static Instant hour(int hours) {
        return T.plusSeconds(3600L * hours);
    }

    private static PodObserved twoL4(@Nullable String price) {
        return new PodObserved(
                new AccountRef("runpod", "main"),
                "pod",
                T,
                PodState.RUNNING,
                null,
                "pod",
                "NVIDIA L4",
                2000,
                Tier.ON_DEMAND,
                null,
                price == null ? null : HourlyRate.ofDollars(price),
                HourlyRate.ZERO,
                HourlyRate.ZERO,
                null,
                Map.of());
    }

    private static PricesListed listed(int hour, String... prices) {
        return new PricesListed(
                "runpod",
                hour(hour),
                Arrays.stream(prices)
                        .map(price -> new PricesListed.Row(
                                "NVIDIA L4", "L4", Tier.ON_DEMAND, null, HourlyRate.ofDollars(price), null))
                        .toList());
    }

    private static Money cost(MeterAlone meter, Predicate<Posting> which, int hours) {
        return meter.tally().cost(which, T, hour(hours));
    }

    @Test
    void aPodWithoutAPriceCostsTheDearestOfferThatFitsAndAnotherFromTheNextListOn() {
        try (MeterAlone meter =
                new MeterAlone(FILE).told(twoL4(null)).listed(listed(-1, "0.30", "0.40"), listed(2, "0.50"))) {
            Tally tally = meter.tally();

            assertThat(tally.cost(LISTED, T, hour(3))).isEqualTo(Money.ofDollars("2.60"));
            assertThat(tally.cost(ALL, T, hour(3))).isEqualTo(Money.ofDollars("2.60"));
        }
    }

    @Test
    void beforeTheFirstListItIsUnpricedAndWhereNoOfferFitsToo() {
        try (MeterAlone meter = new MeterAlone(FILE).told(twoL4(null)).listed(listed(1, "0.50"), listed(2))) {
            assertThat(cost(meter, ALL, 9)).isEqualTo(Money.ofDollars("1"));
        }
    }

    @Test
    void anObservedPriceIsBelievedUpToTheFactorAndToldOnceBeyond() {
        try (MeterAlone meter = new MeterAlone(FILE).listed(listed(-1, "0.50")).told(twoL4("20"))) {
            assertThat(cost(meter, LISTED, 1)).isEqualTo(Money.ZERO);
            assertThat(meter.deadLetterReasons()).isEmpty();
        }
        try (MeterAlone meter = new MeterAlone(FILE).listed(listed(-1, "0.50")).told(twoL4("20.01"), twoL4("20.01"))) {
            Tally tally = meter.tally();

            assertThat(tally.cost(LISTED, T, hour(1))).isEqualTo(Money.ofDollars("1"));
            assertThat(tally.cost(ALL, T, hour(1))).isEqualTo(Money.ofDollars("1"));
            assertThat(meter.deadLetterReasons())
                    .containsExactly("price must not be more than 20 times the listed $1/h");
        }
    }

    @Test
    void aPriceThatCannotBeCostsNobodyThePod() {
        for (String absurd : List.of("-1", "1000001")) {
            try (MeterAlone meter =
                    new MeterAlone(FILE).listed(listed(-1, "0.50")).told(twoL4(absurd), twoL4(absurd))) {
                assertThat(cost(meter, LISTED, 1)).as(absurd).isEqualTo(Money.ofDollars("1"));
                assertThat(meter.deadLetterReasons())
                        .as(absurd)
                        .hasSize(1)
                        .allMatch(reason -> reason.startsWith("price must"));
            }
        }
        try (MeterAlone meter = new MeterAlone(FILE).told(twoL4("-1"))) {
            assertThat(cost(meter, ALL, 1)).isEqualTo(Money.ZERO);
        }
    }

    @Test
    void aListThatTheSameListConfirmedHoldsAgainWhereALateOneIsPutInBetween() {
        List<PricesListed> lists = List.of(
                listed(0, "0.50"),
                listed(1, "0.50"),
                listed(2, "0.50"),
                listed(3, "0.50"),
                listed(1, "0.40"),
                listed(4, "0.10"),
                listed(4));
        for (int seed = 0; seed < 200; seed++) {
            List<PricesListed> shuffled = new ArrayList<>(lists);
            shuffled.addAll(lists.subList(0, seed % lists.size()));
            Collections.shuffle(shuffled, new Random(seed));
            try (MeterAlone meter = new MeterAlone(FILE)) {
                shuffled.subList(0, 3).forEach(meter::listed);
                meter.told(twoL4(null));
                shuffled.subList(3, shuffled.size()).forEach(meter::listed);

                // of the two lists of hour 1 the greater text holds, $0.50; of those of hour 4, the empty one
                assertThat(cost(meter, ALL, 9)).as("seed " + seed).isEqualTo(Money.ofDollars("4"));
            }
        }
    }

    @Test
    void aLateListIsUndoneByTheNextThatConfirmedTheOneBefore() {
        try (MeterAlone meter = new MeterAlone(FILE)
                .told(twoL4(null))
                .listed(listed(0, "0.50"), listed(2, "0.50"), listed(3, "0.50"), listed(1, "0.70"))) {
            assertThat(cost(meter, ALL, 3)).isEqualTo(Money.ofDollars("3.40"));
        }
    }

    private static JobRecorded alone(@Nullable String price) {
        return new JobRecorded(
                new AccountRef("runpod", "main"),
                "train",
                hour(9),
                "research",
                null,
                T,
                hour(3),
                2000,
                "NVIDIA L4",
                Tier.ON_DEMAND,
                price == null ? null : HourlyRate.ofDollars(price),
                Map.of(),
                null,
                null);
    }

    @Test
    void aJobByItselfWithoutAPriceCostsWhatWasListedAtEachInstant() {
        List<PricesListed> lists = List.of(listed(-1, "0.40"), listed(2, "0.50"), listed(3, "9"), listed(1, "0.40"));
        try (MeterAlone before = new MeterAlone(FILE)
                        .listed(lists.toArray(PricesListed[]::new))
                        .told(alone(null));
                MeterAlone after = new MeterAlone(FILE).told(alone(null)).listed(lists.toArray(PricesListed[]::new))) {
            for (MeterAlone meter : List.of(before, after)) {
                Tally tally = meter.tally();
                assertThat(tally.cost(LISTED, T, hour(9))).isEqualTo(Money.ofDollars("2.60"));
                assertThat(tally.cost(ALL, T, hour(9))).isEqualTo(Money.ofDollars("2.60"));
            }
        }
    }

    @Test
    void aJobsOwnPriceGoesBeforeTheListedOne() {
        try (MeterAlone meter = new MeterAlone(FILE).listed(listed(-1, "0.40")).told(alone("1"))) {
            assertThat(meter.listed(listed(1, "0.50")).tally().cost(ALL, T, hour(9)))
                    .isEqualTo(Money.ofDollars("6"));
        }
    }
}
