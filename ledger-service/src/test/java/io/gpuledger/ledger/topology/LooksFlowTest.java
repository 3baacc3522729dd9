package io.gpuledger.ledger.topology;

import static io.gpuledger.ledger.topology.Told.MAIN;
import static io.gpuledger.ledger.topology.Told.polled;
import static io.gpuledger.ledger.topology.Told.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.event.DayMeasures;
import io.gpuledger.common.event.HourLooks;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.Reading;
import io.gpuledger.common.event.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How busy GPUs were in each hour, from the observations to the measures of the day. */
class LooksFlowTest {

    private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");

    private static Instant min(double minutes) {
        return DAY.plusMillis((long) (60_000 * minutes));
    }

    private static OwnerRule rule(String owner, String names, @Nullable Instant from, @Nullable Instant until) {
        return new OwnerRule(owner, null, null, null, names, Map.of(), from, until);
    }

    private static MeterAlone meter() {
        return new MeterAlone(Ledger.file(
                List.of(rule("research", "res-*", null, min(30)), rule("later", "res-*", null, null)),
                List.of(),
                List.of()));
    }

    private static List<PodEvent> poll(double minute, int first, int second) {
        Instant at = min(minute);
        return List.of(
                running("res-1", at, "0.80").again(at, first),
                running("res-2", at, "0.80").again(at, second),
                polled(at, 2));
    }

    private static List<String> text(List<HourLooks> looks) {
        return looks.stream()
                .map(one -> one.cell().owner() + " " + one.from() + " " + one.percents() + "/" + one.milliGpus())
                .sorted()
                .toList();
    }

    /** Two pods of one GPU for two hours, every ten minutes. */
    private static List<PodEvent> twoHours() {
        List<PodEvent> events = new ArrayList<>();
        for (int minute = 0; minute < 120; minute += 10) {
            events.addAll(poll(minute, 20, 70));
        }
        return events;
    }

    private static final List<String> TOLD = List.of(
            "later " + DAY + " 270000/6000", "later " + min(60) + " 540000/12000", "research " + DAY + " 270000/6000");

    @Test
    void oneRecordForEachCellAndHourIsToldWhenTheHourIsOver() {
        try (MeterAlone meter = meter().told(twoHours())) {
            assertThat(text(meter.looks())).containsExactly(TOLD.get(0), TOLD.get(2));

            meter.told(polled(min(120), 0), polled(min(130), 0));
            assertThat(text(meter.looks())).containsExactly(TOLD.get(1));
        }
    }

    @Test
    void anyOrderAndAnyDuplicationComesToTheSameSums() {
        List<PodEvent> events = twoHours();
        events.addAll(twoHours());
        Collections.shuffle(events, new Random(7));
        try (MeterAlone meter = meter().told(events).told(polled(min(120), 0))) {
            assertThat(text(meter.looks())).containsAll(TOLD);
        }
    }

    @Test
    void aLateLookIsToldAsALargerSum() {
        try (MeterAlone meter = meter().told(twoHours()).told(polled(min(120), 0))) {
            meter.looks();

            meter.told(running("res-1", min(65), "0.80").again(min(65), 100));
            assertThat(meter.looks()).isEmpty();
            meter.told(polled(min(121), 0));
            assertThat(text(meter.looks())).containsExactly("later " + min(60) + " 640000/13000");
        }
    }

    @Test
    void theDayReadsHowBusyItsGpusWereAndWhatAUsefulHourCost() {
        try (Ledger ledger =
                new Ledger(Ledger.file(List.of(rule("research", "res-*", null, null)), List.of(), List.of()))) {
            for (int hour = 0; hour <= 25; hour++) {
                Instant at = DAY.plus(Duration.ofHours(hour));
                ledger.told(running("res-1", at, "0.99").again(at, 25 + hour % 2 * 50), polled(at, 1));
            }

            DayMeasures told = ledger.measures().stream()
                    .filter(measures -> measures.scope().equals(Scope.account(MAIN))
                            || measures.scope().equals(Scope.owner("research")))
                    .findFirst()
                    .orElseThrow();
            assertThat(told.revision()).isZero();
            assertThat(reading(told, "utilisation").value()).isEqualByComparingTo("50");
            assertThat(reading(told, "costPerUsefulGpuHour").value()).isEqualByComparingTo("2");
        }
    }

    private static Reading reading(DayMeasures measures, String word) {
        return measures.readings().getOrDefault(word, Reading.absent("", "not read"));
    }
}
