package io.gpuledger.ledger.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.rating.Sight;
import io.gpuledger.ledger.timeline.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A pod that changes without end: every amount stays, and what is kept of it has an end. */
class LongLivedPodTest {

    private static final Instant BORN = Instant.parse("2025-01-01T00:00:00Z");
    private static final LedgerFile FILE = Ledger.file(List.of(), List.of(), List.of());
    private static final int KILOBYTES_MAX = 250;

    private static boolean isOfAll(Posting posting) {
        return posting.scope().equals(Scope.ALL);
    }

    private static PodObserved seen(Instant at, int dollars) {
        return new PodObserved(
                new AccountRef("runpod", "main"),
                "pod",
                at,
                PodState.RUNNING,
                null,
                "pod",
                "NVIDIA L4",
                1000,
                Tier.ON_DEMAND,
                null,
                HourlyRate.ofDollars(Integer.toString(dollars)),
                HourlyRate.ZERO,
                HourlyRate.ZERO,
                null,
                Map.of());
    }

    private static List<PodObserved> flapping(int changes, Duration between) {
        return IntStream.range(0, changes)
                .mapToObj(change -> seen(BORN.plus(between.multipliedBy(change)), 1 + change % 2))
                .toList();
    }

    @Test
    void whatLiesTwoHorizonsBackIsForgottenAndStaysCounted() {
        List<PodObserved> halfYear = flapping(360, Duration.ofHours(12));
        Instant end = halfYear.getLast().at();
        try (MeterAlone meter = new MeterAlone(FILE).told(halfYear)) {
            Tally tally = meter.tally();
            assertThat(tally.cost(LongLivedPodTest::isOfAll, BORN, end)).isEqualTo(Money.ofDollars("6456"));

            meter.told(seen(end.minus(Duration.ofHours(13)), 5));

            assertThat(tally.add(meter.postings()).cost(LongLivedPodTest::isOfAll, BORN, end))
                    .isEqualTo(Money.ofDollars("6459"));
            assertThat(meter.deadLetterReasons()).isEmpty();
            assertThat(meter.kilobytesOfPods()).isLessThan(KILOBYTES_MAX);
        }
    }

    @Test
    void moreChangesThanCanBeKeptAreRefusedWithTheRule() {
        Pod full = Pod.unseen(new AccountRef("runpod", "main"), "pod", 1);
        for (PodObserved seen : flapping(2_000, Duration.ofSeconds(10))) {
            full.sights().put(seen.at().toEpochMilli(), Sight.of(seen));
        }
        Instant later = BORN.plus(Duration.ofDays(1));
        try (MeterAlone meter = new MeterAlone(FILE).remembering(full)) {
            meter.told(seen(later, 2), seen(later.plusSeconds(10), 5));

            assertThat(meter.deadLetterReasons())
                    .containsExactly("pod must not change more than 2000 times in 70 days");
        }
    }
}
