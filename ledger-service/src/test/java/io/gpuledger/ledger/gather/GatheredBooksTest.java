package io.gpuledger.ledger.gather;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.JobCounters;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.Reading;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.measure.Measure;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.cost.Page;
import io.gpuledger.ledger.query.cost.PartialCosts;
import io.gpuledger.ledger.query.jobs.JobQuestion;
import io.gpuledger.ledger.query.jobs.Jobs;
import io.gpuledger.ledger.query.measures.MeasureQuestion;
import io.gpuledger.ledger.query.measures.MeasureQuestions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two ledgers of one group on a real broker: one answer at either, and an honest one while one is dead. */
@Tag("slow")
class GatheredBooksTest {

    private static final AccountRef TRACE = new AccountRef("csv", "trace");
    private static final Instant T = Instant.parse("2026-09-20T10:00:00Z");
    private static final int OWNERS = 24;
    private static final Map<String, Money> EXPECTED = expected();

    private static Map<String, Money> expected() {
        Map<String, Money> expected = new TreeMap<>();
        for (int i = 0; i < OWNERS; i++) {
            expected.put("owner-" + i, Money.of(price(i), Duration.ofMinutes(60).toMillis()));
        }
        return expected;
    }

    private static HourlyRate price(int i) {
        return HourlyRate.ofDollars("1.00000000" + (i % 10));
    }

    private static void tell(Fleet fleet) throws ExecutionException, InterruptedException {
        for (int i = 0; i < OWNERS; i++) {
            fleet.tell(
                    new JobRecorded(
                            TRACE,
                            "job-" + i,
                            T,
                            "owner-" + i,
                            null,
                            T,
                            T.plusSeconds(3600),
                            1000,
                            "A100",
                            Tier.ON_PREM,
                            price(i),
                            Map.of(),
                            null,
                            new JobCounters(2L, null, null, null)),
                    null);
        }
        for (int partition = 0; partition < Fleet.PARTITIONS; partition++) {
            fleet.tell(new PollCompleted(TRACE, T.plusSeconds(7200), 0, partition, Fleet.PARTITIONS), partition);
        }
    }

    /** What each owner cost, as far as it is answered; nothing where nothing is. */
    private static Map<String, Money> costs(Fleet.Member member) {
        member.gaps().clear();
        CostQuestion question =
                new CostQuestion(T, T.plusSeconds(7200), List.of(Dimension.OWNER), Map.of(), null, null);
        Map<String, Money> costs = new TreeMap<>();
        try {
            PartialCosts.sum(member.books().ask(question))
                    .groups()
                    .forEach(group -> costs.put(
                            group.values().getFirst(),
                            group.windows().getFirst().cost()));
        } catch (BooksOnHand.NotReady e) {
            costs.clear();
        }
        return costs;
    }

    /** What the job of each owner cost, as both what is kept of jobs and the books say. */
    private static Map<String, Money> jobs(Fleet.Member member) {
        JobQuestion question = new JobQuestion(T, T.plusSeconds(7200), null, null, TRACE.toString(), null);
        Map<String, Money> costs = new TreeMap<>();
        new Jobs(member.books()).answer(question, Page.FIRST).rows().forEach(row -> {
            if (row.whole().cost().equals(row.cost())) {
                costs.put(row.owner(), row.whole().cost());
            }
        });
        return costs;
    }

    /** What an epoch cost, as the measures say: they rest on the books, the jobs, the bills and the looks of all instances. */
    private static Map<String, BigDecimal> epochs(Fleet.Member member) {
        MeasureQuestion question = new MeasureQuestion(T, T.plusSeconds(7200), List.of(Dimension.OWNER), Map.of());
        Map<String, BigDecimal> costs = new TreeMap<>();
        new MeasureQuestions(member.books(), (scope, at) -> null)
                .answer(question)
                .rows()
                .forEach(row -> {
                    Reading reading = row.readings().get(Measure.COST_PER_EPOCH.word());
                    costs.put(row.group().get("owner"), reading == null ? null : reading.value());
                });
        return costs;
    }

    private static Map<String, BigDecimal> halves() {
        Map<String, BigDecimal> halves = new TreeMap<>();
        EXPECTED.forEach(
                (owner, cost) -> halves.put(owner, cost.dollars(10).divide(BigDecimal.TWO, 9, RoundingMode.HALF_EVEN)));
        return halves;
    }

    private static boolean isWhole(Fleet.Member member) {
        return costs(member).equals(EXPECTED) && member.gaps().isEmpty();
    }

    private static void awaitShared(Fleet.Member one, Fleet.Member other) {
        Awaitility.await("both have all of it")
                .atMost(Duration.ofMinutes(2))
                .until(() -> one.isRunning()
                        && other.isRunning()
                        && isWhole(one)
                        && isWhole(other)
                        && T.plusSeconds(7200).equals(other.books().ledgerTime()));
    }

    @Test
    void bothGiveTheSameAnswerAndWhatADeadOneHadComesFromItsStandbyAtOnce(@TempDir Path folder) throws Exception {
        try (Fleet fleet = new Fleet(folder, 1)) {
            Fleet.Member one = fleet.member();
            Fleet.Member other = fleet.member();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> one.isRunning() && other.isRunning());
            tell(fleet);
            awaitShared(one, other);
            Awaitility.await("both have all jobs")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> jobs(one).equals(EXPECTED) && jobs(other).equals(EXPECTED));

            assertThat(epochs(one)).isEqualTo(halves()).isEqualTo(epochs(other));

            other.die();

            Awaitility.await("the standby makes up for it")
                    // well before the dead one is given up, which takes 6 s: so it is the standby that answers
                    .atMost(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> isWhole(one));
            assertThat(one.books().ledgerTime()).isEqualTo(T.plusSeconds(7200));
        }
    }

    @Test
    void withoutAStandbyTheAnswerSaysWhatItLacksUntilItIsReadBack(@TempDir Path folder) throws Exception {
        try (Fleet fleet = new Fleet(folder, 0)) {
            Fleet.Member one = fleet.member();
            Fleet.Member other = fleet.member();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> one.isRunning() && other.isRunning());
            tell(fleet);
            awaitShared(one, other);

            other.die();
            Map<String, Money> part = costs(one);

            assertThat(part).hasSizeBetween(1, OWNERS - 1);
            assertThat(EXPECTED.entrySet()).containsAll(part.entrySet());
            assertThat(one.gaps()).singleElement().satisfies(gap -> {
                assertThat(gap.of()).isEqualTo(Fleet.PARTITIONS);
                assertThat(gap.partitions()).isNotEmpty();
                assertThat(gap.instances()).hasSize(1);
                assertThat(gap.reason()).contains("cannot be reached");
            });
            Awaitility.await("it is read back").atMost(Duration.ofSeconds(60)).until(() -> isWhole(one));
        }
    }
}
