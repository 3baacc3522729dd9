package io.gpuledger.ledger.topology;

import static io.gpuledger.ledger.topology.Told.MAIN;
import static io.gpuledger.ledger.topology.Told.balance;
import static io.gpuledger.ledger.topology.Told.failed;
import static io.gpuledger.ledger.topology.Told.job;
import static io.gpuledger.ledger.topology.Told.polled;
import static io.gpuledger.ledger.topology.Told.running;
import static io.gpuledger.ledger.topology.Told.startedAt;
import static io.gpuledger.ledger.topology.Told.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.Budget;
import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.config.Rule;
import io.gpuledger.common.config.Rule.Metric;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.CostWindow;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Crossing.State;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Severity;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Closing;
import io.gpuledger.ledger.books.Window;
import io.gpuledger.ledger.store.WindowPublisher;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerFlowTest {

    private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");
    private static final Scope ACCOUNT = Scope.account(MAIN);

    private static Instant min(long minutes) {
        return T.plusSeconds(60 * minutes);
    }

    private static Ledger ledger(Rule... rules) {
        return new Ledger(Ledger.file(
                List.of(new OwnerRule("research", null, null, null, "res-*", Map.of(), null, null)),
                List.of(budget("720", Budget.Period.MONTH)),
                List.of(rules)));
    }

    private static Budget budget(String dollars, Budget.Period period) {
        return new Budget(
                "research",
                "research",
                null,
                null,
                null,
                null,
                new BigDecimal(dollars),
                period,
                null,
                null,
                null,
                List.of(),
                null);
    }

    private static Rule rule(String name, Metric metric, String above, String below, Severity severity) {
        List<Duration> windows =
                metric == Metric.BURN_MULTIPLE ? List.of(Duration.ofHours(1), Duration.ofMinutes(5)) : List.of();
        return new Rule(
                name,
                metric,
                null,
                null,
                null,
                windows,
                above.isEmpty() ? null : new BigDecimal(above),
                below.isEmpty() ? null : new BigDecimal(below),
                null,
                null,
                null,
                severity,
                Map.of(),
                null);
    }

    @Test
    void anHourOfARunningPodCostsItsPriceAndItsDisks() {
        try (Ledger ledger = ledger().told(running("res-1", T, "0.69"), polled(T, 1), polled(min(60), 0))) {
            assertThat(ledger.cost(Scope.owner("research"), T, min(120))).isEqualTo(Money.ofDollars("0.70"));
            assertThat(ledger.cost(ACCOUNT, T, min(30))).isEqualTo(Money.ofDollars("0.35"));
        }
    }

    @Test
    void aStoppedPodCostsItsStorageAndAPodNobodyOwnsIsUnattributed() {
        try (Ledger ledger = ledger().told(stopped("other", T), polled(T, 1))) {
            assertThat(ledger.cost(Scope.owner("unattributed"), T, min(60))).isEqualTo(Money.ofDollars("0.02"));
        }
    }

    @Test
    void whatDoesNotChangePostsNothing() {
        try (Ledger ledger = ledger().told(running("res-1", T, "0.69"), polled(T, 1))) {
            int first = ledger.postings().size();
            ledger.told(running("res-1", min(1), "0.69"), polled(min(1), 1), running("res-1", min(2), "0.69"));

            assertThat(first)
                    .as("compute and storage, for the owner, the account and all")
                    .isEqualTo(6);
            assertThat(ledger.postings()).isEmpty();
        }
    }

    @Test
    void aFailedPollEndsNoPod() {
        try (Ledger ledger = ledger().told(running("res-1", T, "0.69"), polled(T, 1), failed(min(1)))) {
            assertThat(ledger.cost(ACCOUNT, T, min(60))).isEqualTo(Money.ofDollars("0.70"));
        }
    }

    @Test
    void aPodSeenOnTheFirstPollCountsFromItsStartInThisMonth() {
        try (Ledger ledger = ledger().told(startedAt("res-1", T, "0.69", min(-60)), polled(T, 1), polled(min(1), 0))) {
            assertThat(ledger.cost(ACCOUNT, min(-600), T)).isEqualTo(Money.ofDollars("0.70"));
        }
    }

    @Test
    void anUnknownPriceIsUnpricedAndNotFree() {
        try (Ledger ledger =
                ledger().told(Told.pod("res-1", T, io.gpuledger.common.event.PodState.RUNNING, null, null))) {
            assertThat(ledger.steps(ACCOUNT)).anySatisfy(step -> {
                assertThat(step.cell().component()).isEqualTo(Component.COMPUTE);
                assertThat(step.rates().unpricedMilliGpus()).isEqualTo(1000);
            });
        }
    }

    @Test
    void anObservationOlderThanTheHorizonIsKeptAsADeadLetter() {
        try (Ledger ledger = ledger().told(running("res-1", T, "0.69"), polled(T, 1))
                .told(running("res-1", T.minus(Duration.ofDays(36)), "0.44"))) {
            assertThat(ledger.deadLetterReasons())
                    .containsExactly("at must not be more than 35 days before the account's newest instant");
            assertThat(ledger.cost(ACCOUNT, T.minus(Duration.ofDays(40)), T)).isEqualTo(Money.ZERO);
        }
    }

    @Test
    void jobsOfATraceCostTheSameInAnyOrderAndTwice() {
        List<io.gpuledger.common.event.JobRecorded> jobs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            jobs.add(job("job-" + i, "app_" + i % 3, min(i), min(3L * i)));
        }
        long minutes = jobs.stream()
                .mapToLong(job -> Duration.between(job.from(), job.until()).toMinutes())
                .sum();
        Collections.shuffle(jobs, new Random(7));

        try (Ledger ledger = ledger().told(jobs)) {
            Collections.shuffle(jobs, new Random(8));
            ledger.told(jobs);

            assertThat(ledger.cost(Scope.account(jobs.getFirst().account()), T, min(1000)))
                    .isEqualTo(Money.of(HourlyRate.ofDollars("1.89"), minutes * 60_000));
        }
    }

    @Test
    void burnAboveFourTimesPlanPagesOnceWithTheCulpritsAndClears() {
        Rule page = rule("burn-4x-plan", Metric.BURN_MULTIPLE, "4", "", Severity.PAGE);
        try (Ledger ledger = ledger(page).told(running("res-1", T, "9.99"), polled(T, 1))) {
            for (int m = 1; m <= 40; m++) {
                ledger.told(running("res-1", min(m), "9.99"), polled(min(m), 1));
            }
            List<Crossing> fired = ledger.crossings();

            for (int m = 41; m <= 60; m++) {
                ledger.told(polled(min(m), 0));
            }
            List<Crossing> cleared = ledger.crossings();

            // $10/h against a plan of $1/h: four times plan over the hour after 24 minutes
            assertThat(fired).singleElement().satisfies(crossing -> {
                assertThat(crossing.at()).isEqualTo(min(24));
                assertThat(crossing.scope()).isEqualTo(Scope.owner("research"));
                assertThat(crossing.state()).isEqualTo(State.FIRING);
                assertThat(crossing.value()).isEqualByComparingTo("4");
                assertThat(crossing.contributors())
                        .singleElement()
                        .satisfies(pod -> assertThat(pod.share()).isEqualByComparingTo("1"));
                assertThat(crossing.summary()).startsWith("research burns 4x its plan over 1h and 5m ($10/h now)");
            });
            assertThat(cleared).singleElement().satisfies(crossing -> {
                assertThat(crossing.state()).isEqualTo(State.RESOLVED);
                assertThat(crossing.since()).isEqualTo(min(24));
                assertThat(crossing.at()).isBetween(min(43), min(46));
            });
        }
    }

    @Test
    void aFallingBalanceFiresTheHighestThresholdFirstAndEqualityReArms() {
        Rule ten = rule("below-10", Metric.BALANCE, "", "10", Severity.TICKET);
        Rule two = rule("below-2", Metric.BALANCE, "", "2", Severity.PAGE);
        try (Ledger ledger = ledger(two, ten)) {
            ledger.told(balance(T, "1.9999"));
            ledger.told(balance(min(1), "2"));
            ledger.told(balance(min(2), "1.9999"));
            ledger.told(balance(min(1), "50"));

            assertThat(ledger.crossings())
                    .extracting(Crossing::rule, Crossing::state, Crossing::at)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("below-10", State.FIRING, T),
                            org.assertj.core.groups.Tuple.tuple("below-2", State.FIRING, T),
                            org.assertj.core.groups.Tuple.tuple("below-2", State.RESOLVED, min(1)),
                            org.assertj.core.groups.Tuple.tuple("below-2", State.FIRING, min(2)));
        }
    }

    @Test
    void threeFailedPollsPageEvenWhereNothingWasEverSeen() {
        Rule blind = rule("account-not-observed", Metric.POLLS_FAILED, "3", "", Severity.PAGE);
        try (Ledger ledger = ledger(blind).told(failed(T), failed(min(1)), failed(min(1)))) {
            assertThat(ledger.crossings()).isEmpty();

            ledger.told(failed(min(2)));
            assertThat(ledger.crossings()).extracting(Crossing::state).containsExactly(State.FIRING);

            ledger.told(polled(min(3), 0));
            assertThat(ledger.crossings()).extracting(Crossing::state).containsExactly(State.RESOLVED);
        }
    }

    @Test
    void closedWindowsArePublishedAndALateObservationCorrectsThemWithARevision() {
        try (Ledger ledger = ledger().told(running("res-1", T, "0.59"), polled(T, 1))) {
            for (int m = 1; m <= 61; m++) {
                ledger.told(running("res-1", min(m), "0.59"), polled(min(m), 1));
            }
            List<CostWindow> first = ledger.costs();

            ledger.told(
                    running("res-1", T.plusSeconds(90), "1.19"), running("res-1", min(62), "0.59"), polled(min(62), 1));
            List<CostWindow> corrected = ledger.costs();

            assertThat(first).filteredOn(window -> window.window().equals("1m")).hasSize(61);
            assertThat(first)
                    .filteredOn(window -> window.window().equals("1h"))
                    .singleElement()
                    .satisfies(hour -> {
                        assertThat(hour.cost()).isEqualTo(Money.ofDollars("0.60"));
                        assertThat(hour.gpuTime().hours(3)).isEqualByComparingTo("1");
                        assertThat(hour.costPerGpuHour()).isEqualTo(HourlyRate.ofDollars("0.6"));
                        assertThat(hour.revision()).isZero();
                    });
            assertThat(corrected).filteredOn(window -> window.revision() == 1).hasSize(2);
            assertThat(corrected)
                    .filteredOn(window -> window.window().equals("1h"))
                    .singleElement()
                    .satisfies(hour -> assertThat(hour.cost()).isEqualTo(Money.ofDollars("0.605")));
        }
    }

    @Test
    void burnIsToldPerOwnerAndAccount() {
        try (Ledger ledger = ledger().told(running("res-1", T, "0.99"), polled(T, 1), polled(min(60), 0))) {
            assertThat(ledger.burns())
                    .filteredOn(burn -> burn.scope().equals(Scope.owner("research")))
                    .last()
                    .satisfies(burn -> {
                        assertThat(burn.now()).isEqualTo(HourlyRate.ZERO);
                        assertThat(burn.means()).containsEntry("1h", HourlyRate.ofDollars("1"));
                        assertThat(burn.multiples().get("1h")).isEqualByComparingTo("1");
                    });
        }
    }

    @Test
    void betweenTwoLumpsOfTheBalanceTheLedgerCountsDownByWhatItMetered() {
        Rule dry = rule("runway", Metric.RUNWAY, "", "2", Severity.PAGE);
        try (Ledger ledger =
                ledger(dry).told(running("res-1", T, "9.99"), polled(T, 1)).told(balance(T, "25"))) {
            for (int m = 1; m <= 60; m++) {
                ledger.told(polledAgain(m)).told(balance(min(m), "25"));
            }
            // after an hour at $10/h $15 are left, enough for 1.5 hours, although the provider still says $25
            assertThat(ledger.crossings()).singleElement().satisfies(crossing -> {
                assertThat(crossing.moneyAtStake()).isLessThan(Money.ofDollars("20"));
                assertThat(crossing.at()).isBefore(min(60));
            });
        }
    }

    private static List<io.gpuledger.common.event.PodEvent> polledAgain(int minute) {
        return List.of(running("res-1", min(minute), "9.99"), polled(min(minute), 1));
    }

    @Test
    void noNumberOfTheDearestJobsIsTooLargeASum() {
        List<io.gpuledger.common.event.JobRecorded> jobs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            jobs.add(Told.job("dear-" + i, "whale", T, min(60), 100_000_000, "1000"));
        }
        try (Ledger ledger = ledger().told(jobs).told(running("res-1", T, "0.69"), polled(T, 1), polled(min(60), 0))) {
            assertThat(ledger.cost(Scope.owner("whale"), T, min(60))).isEqualTo(Money.ofDollars("20000000000"));
            assertThat(ledger.burns())
                    .filteredOn(burn -> burn.scope().equals(Scope.owner("whale")))
                    .isNotEmpty();
        }
    }

    @Test
    void whatBeganBeforeTheHorizonIsNotBackDatedWhenItsPollsAreForgotten() {
        Instant start = Instant.parse("2026-10-02T00:00:00Z");
        try (Ledger ledger = ledger()) {
            for (int day = 0; day < 120; day++) {
                Instant at = start.plus(Duration.ofDays(day));
                ledger.told(startedAt("res-1", at, day < 18 ? "1" : "2", start), polled(at, 1));
            }
            Instant end = start.plus(Duration.ofDays(120));
            ledger.told(polled(end, 0));

            assertThat(ledger.cost(ACCOUNT, start, start.plus(Duration.ofDays(18))))
                    .isEqualTo(Money.ofDollars("436.32"));
        }
    }

    @Test
    void aRenamedPodIsChargedUnderEachNameForItsTime() {
        try (Ledger ledger = ledger()) {
            ledger.told(named("res-old", T), polled(T, 1), named("res-new", min(60)), polled(min(60), 1));
            ledger.told(polled(min(180), 0));

            assertThat(ledger.steps(ACCOUNT))
                    .filteredOn(step -> step.name().equals("res-old"))
                    .hasSize(4);
            assertThat(ledger.cost(ACCOUNT, T, min(600))).isEqualTo(Money.ofDollars("3.03"));
        }
    }

    private static io.gpuledger.common.event.PodObserved named(String name, Instant at) {
        io.gpuledger.common.event.PodObserved pod = running("pod-1", at, "1");
        return new io.gpuledger.common.event.PodObserved(
                pod.account(),
                pod.pod(),
                at,
                pod.state(),
                null,
                name,
                pod.sku(),
                pod.milliGpus(),
                pod.tier(),
                null,
                pod.price(),
                pod.storageRunning(),
                pod.storageStopped(),
                null,
                Map.of());
    }

    @Test
    void aRunwayThatEndedBecauseNothingBurnsAnyMoreClears() {
        Rule dry = rule("runway", Metric.RUNWAY, "", "24", Severity.PAGE);
        try (Ledger ledger =
                ledger(dry).told(running("res-1", T, "9.99"), polled(T, 1)).told(balance(T, "1"))) {
            ledger.told(running("res-1", min(30), "9.99"), polled(min(30), 1));
            ledger.told(polled(min(31), 0));
            ledger.told(polled(min(200), 0));

            assertThat(ledger.crossings()).extracting(Crossing::state).containsExactly(State.FIRING, State.RESOLVED);
        }
    }

    @Test
    void aLongImportedHistoryIsClosedInSlicesAndNoWindowIsForgotten() {
        try (Ledger ledger = ledger().told(job("long", "app", T.minus(Duration.ofDays(100)), T))) {
            for (int m = 0; m < 30; m++) {
                ledger.told(polled(min(m), 0));
            }
            List<CostWindow> costs = ledger.costs();

            assertThat(costs).filteredOn(window -> window.window().equals("1h")).hasSize(2400);
            assertThat(costs).filteredOn(window -> window.window().equals("1m")).hasSize(2880);
            assertThat(costs).allMatch(window -> window.revision() == 0);
        }
    }

    @Test
    void theHistoriesOfManyOwnersTakeTurnsAndNoneIsForgotten() {
        int owners = 12;
        try (Ledger ledger = ledger()) {
            for (int i = 0; i < owners; i++) {
                ledger.told(job("job-" + i, "owner-" + i, T.minus(Duration.ofDays(2)), T));
            }
            ledger.told(polled(T, 0));
            int most = WindowPublisher.TICK_MAX + Window.values().length * Closing.RECORDS_MAX;
            assertThat(ledger.costs()).hasSizeBetween(WindowPublisher.TICK_MAX, most);
            List<CostWindow> rest = new ArrayList<>();
            for (int m = 1; m < 10; m++) {
                ledger.told(polled(min(m), 0));
                List<CostWindow> costs = ledger.costs();
                assertThat(costs).hasSizeLessThan(most);
                rest.addAll(costs);
            }
            assertThat(rest).extracting(CostWindow::owner).contains("owner-0", "owner-11");
            ledger.told(polled(min(20), 0), polled(min(30), 0));
            assertThat(ledger.costs()).isEmpty();
        }
    }
}
