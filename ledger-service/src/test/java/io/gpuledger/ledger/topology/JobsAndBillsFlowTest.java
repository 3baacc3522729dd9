package io.gpuledger.ledger.topology;

import static io.gpuledger.ledger.topology.Told.MAIN;
import static io.gpuledger.ledger.topology.Told.polled;
import static io.gpuledger.ledger.topology.Told.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.JobStarted;
import io.gpuledger.common.event.JobStopped;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.JobTold.State;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.event.Reconciled.Cause;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Use;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobsAndBillsFlowTest {

    private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");
    private static final Scope ACCOUNT = Scope.account(MAIN);

    private static Instant min(long minutes) {
        return T.plusSeconds(60 * minutes);
    }

    private static Ledger ledger() {
        return new Ledger(Ledger.file(
                List.of(new OwnerRule("research", null, null, null, "res-*", Map.of(), null, null)),
                List.of(),
                List.of()));
    }

    private static JobStarted started(String job, String owner, Instant at, long milliGpus) {
        return new JobStarted(MAIN, "res-1", job, at, owner, null, null, milliGpus, Map.of());
    }

    private static JobStopped stopped(String job, Instant at) {
        return new JobStopped(MAIN, "res-1", job, at, null, null);
    }

    private static BillLine billed(String line, Instant from, Instant until, String dollars) {
        return new BillLine(
                MAIN,
                line,
                min(90),
                "res-1",
                BillLine.Kind.USAGE,
                from,
                until,
                Money.ofDollars(dollars),
                null,
                null,
                null);
    }

    private static BillLine line(String line, @Nullable String pod, Instant told, String dollars) {
        return new BillLine(
                MAIN, line, told, pod, BillLine.Kind.USAGE, T, min(60), Money.ofDollars(dollars), null, null, null);
    }

    /** A pod of one GPU for $0.70 an hour, disks included, that ran an hour. */
    private static Ledger anHour() {
        return ledger().told(running("res-1", T, "0.69"), polled(T, 1), polled(min(60), 0));
    }

    @Test
    void jobsPayForWhatTheyHeldAndTheOwnerOfThePodForTheRest() {
        try (Ledger ledger = anHour().told(started("a", "interns", T, 500), stopped("a", min(30)))) {
            List<Posting> postings = ledger.postings();

            assertThat(Sums.of(postings, Sums.in(Scope.owner("interns")), T, min(60)))
                    .isEqualTo(Money.ofDollars("0.175"));
            assertThat(Sums.of(postings, Sums.in(Scope.owner("research")), T, min(60)))
                    .isEqualTo(Money.ofDollars("0.525"));
            assertThat(Sums.of(postings, Sums.in(ACCOUNT), T, min(60))).isEqualTo(Money.ofDollars("0.70"));
            assertThat(Sums.of(postings, Sums.in(ACCOUNT).and(posting -> posting.use() == Use.IDLE), T, min(60)))
                    .isEqualTo(Money.ofDollars("0.525"));
        }
    }

    @Test
    void aJobIsToldWhenItStartsAndAgainWhenItEndsWithItsPod() {
        try (Ledger ledger = ledger().told(started("a", "interns", T, 500))) {
            List<JobTold> waiting = ledger.entries(JobTold.class);
            ledger.told(running("res-1", T, "0.69"), polled(T, 1));
            List<JobTold> runs = ledger.entries(JobTold.class);
            ledger.told(polled(min(60), 0));
            List<JobTold> ended = ledger.entries(JobTold.class);

            assertThat(waiting).extracting(JobTold::state).containsExactly(State.WAITING);
            assertThat(runs).singleElement().satisfies(told -> {
                assertThat(told.state()).isEqualTo(State.RUNNING);
                assertThat(told.spent().at(min(30)).cost()).isEqualTo(Money.ofDollars("0.175"));
            });
            assertThat(ended).singleElement().satisfies(told -> {
                assertThat(told.state()).isEqualTo(State.ENDED_WITH_POD);
                assertThat(told.until()).isEqualTo(min(60));
                assertThat(told.spent().cost()).isEqualTo(Money.ofDollars("0.35"));
            });
        }
    }

    @Test
    void aJobThatAsksForMoreThanThereIsIsADeadLetterOnceAndCostsNothing() {
        try (Ledger ledger = anHour().told(started("a", "interns", T, 700), started("b", "lab", min(1), 400))) {
            ledger.told(running("res-1", min(10), "0.80"));

            assertThat(ledger.deadLetterReasons())
                    .singleElement()
                    .asString()
                    .contains("400 asked for, 300 of 1000 free at 2026-11-20T10:01:00Z");
            assertThat(Sums.of(ledger.postings(), Sums.in(Scope.owner("lab")), T, min(60)))
                    .isEqualTo(Money.ZERO);
        }
    }

    @Test
    void aJobThatGoesToAnotherOwnerIsTakenFromTheFirst() {
        try (Ledger ledger = ledger().told(started("a", "lab", T, 500), started("a", "zoo", T, 500))) {
            assertThat(ledger.entries(JobTold.class))
                    .extracting(JobTold::owner, JobTold::wasWithdrawn)
                    .containsExactly(tuple("lab", false), tuple("lab", true), tuple("zoo", false));
        }
    }

    @Test
    void theBooksKeepAJobAsItStandsAndOnlyOfTheOwnerItHas() {
        try (Ledger ledger = anHour().told(started("a", "lab", T, 500), started("a", "zoo", T, 500))) {
            ledger.told(stopped("a", min(30)));

            assertThat(ledger.jobs()).singleElement().satisfies(job -> {
                assertThat(job.owner()).isEqualTo("zoo");
                assertThat(job.state()).isEqualTo(State.STOPPED);
                assertThat(job.spent().cost()).isEqualTo(Money.ofDollars("0.175"));
            });
        }
    }

    @Test
    void whatWasBilledIsWhatThePeriodCostsOnceItIsReconciled() {
        try (Ledger ledger = anHour().billed(line("hour", "res-1", min(90), "0.80"))) {
            List<Posting> postings = ledger.postings();

            assertThat(Sums.of(postings, Sums.in(Scope.owner("research")), T, min(60)))
                    .isEqualTo(Money.ofDollars("0.80"));
            assertThat(postings)
                    .filteredOn(posting -> posting.cell().component() == Component.ADJUSTMENT)
                    .allSatisfy(posting -> assertThat(posting.at()).isEqualTo(T));
        }
    }

    @Test
    void whatABillCoversIsToldApartAndCostsTheSame() {
        try (Ledger ledger = ledger().told(running("res-1", T, "0.69"), polled(T, 1), polled(min(120), 0))) {
            ledger.billed(line("hour", "res-1", min(90), "0.80"));
            List<Posting> postings = ledger.postings();

            assertThat(Sums.of(postings, Sums.in(ACCOUNT).and(Posting::isBilled), T, min(120)))
                    .as("the hour, with its adjustment")
                    .isEqualTo(Money.ofDollars("0.80"));
            assertThat(Sums.of(postings, Sums.in(ACCOUNT).and(posting -> !posting.isBilled()), T, min(120)))
                    .as("the hour that no bill tells of")
                    .isEqualTo(Money.ofDollars("0.70"));
        }
    }

    @Test
    void aWindowThatWasSaidIsSaidAgainWithWhatABillCoversOfIt() {
        try (Ledger ledger = ledger()) {
            for (int minute = 0; minute <= 120; minute += 15) {
                ledger.told(running("res-1", min(minute), "0.69"), polled(min(minute), 1));
            }
            ledger.billed(line("hour", "res-1", min(120), "0.70"));
            ledger.told(running("res-1", min(135), "0.69"), polled(min(135), 1));

            assertThat(ledger.costs())
                    .filteredOn(window ->
                            window.window().equals("1h") && window.from().equals(T))
                    .satisfiesExactly(
                            first -> {
                                assertThat(first.reconciled()).isNull();
                                assertThat(first.costPerGpuHourNormalised()).isEqualTo(first.costPerGpuHour());
                            },
                            billed -> {
                                assertThat(billed.revision()).isEqualTo(1);
                                assertThat(billed.cost()).isEqualTo(Money.ofDollars("0.70"));
                                assertThat(billed.reconciled()).isEqualTo(Money.ofDollars("0.70"));
                                assertThat(billed.reconciledGpuTime()).isEqualTo(billed.gpuTime());
                            });
        }
    }

    @Test
    void periodsThatAreBilledOneAfterTheOtherLeaveOneBorder() {
        PodObserved first = running("res-1", T, "0.69");
        try (Ledger ledger = ledger().told(first, polled(T, 1), running("res-1", min(8), "0.69"), polled(min(8), 1))) {
            for (int minute = 0; minute < 5; minute++) {
                ledger.billed(billed("minute-" + minute, min(minute), min(minute + 1), "0.01"));
            }

            assertThat(ledger.steps(ACCOUNT))
                    .filteredOn(entry -> entry.cell().component() == Component.COMPUTE)
                    .extracting(Entry::at, entry -> entry.strand().reconciled(), Entry::cause)
                    .containsExactlyInAnyOrder(
                            tuple(T.toEpochMilli(), true, first.id()),
                            tuple(min(5).toEpochMilli(), true, first.id()),
                            tuple(min(5).toEpochMilli(), false, first.id()));
            assertThat(ledger.cost(ACCOUNT, T, min(5))).isEqualTo(Money.ofDollars("0.05"));
        }
    }

    @Test
    void whatIsSeenLateInABilledHourIsACorrectionAndWhatTheBillCoversIsNone() {
        try (Ledger ledger = anHour().billed(line("hour", "res-1", min(90), "0.80"))) {
            assertThat(ledger.postings())
                    .filteredOn(posting -> posting.cell().component() != Component.ADJUSTMENT)
                    .filteredOn(Posting::isBilled)
                    .isNotEmpty()
                    .allSatisfy(posting -> assertThat(posting.knownAt()).isEqualTo(posting.at()));
            ledger.told(running("res-1", min(10), "1.69"));

            assertThat(ledger.postings())
                    .filteredOn(posting -> posting.cell().component() == Component.COMPUTE)
                    .isNotEmpty()
                    .allSatisfy(posting -> {
                        assertThat(posting.isBilled()).isTrue();
                        assertThat(posting.knownAt()).isEqualTo(min(60));
                    });
        }
    }

    @Test
    void theSameBillAgainPostsNothing() {
        try (Ledger ledger = anHour().billed(line("hour", "res-1", min(90), "0.80"))) {
            ledger.postings();
            ledger.billed(line("hour", "res-1", min(90), "0.80"), line("hour", "res-1", min(120), "0.80"));

            assertThat(ledger.entries(io.gpuledger.common.event.BookEntry.class))
                    .isEmpty();
        }
    }

    @Test
    void aCorrectedLineReplacesTheOneBefore() {
        try (Ledger ledger = anHour().billed(line("hour", "res-1", min(90), "0.80"))) {
            ledger.billed(line("hour", "res-1", min(99), "0.65"), line("hour", "res-1", min(95), "9"));

            assertThat(Sums.of(ledger.postings(), Sums.in(ACCOUNT), T, min(60))).isEqualTo(Money.ofDollars("0.65"));
        }
    }

    @Test
    void whatIsSeenLateChangesTheAdjustmentAndBilledStaysBilled() {
        try (Ledger ledger = anHour().billed(line("hour", "res-1", min(90), "0.80"))) {
            ledger.told(running("res-1", min(10), "1.69"));

            assertThat(Sums.of(ledger.postings(), Sums.in(ACCOUNT), T, min(60))).isEqualTo(Money.ofDollars("0.80"));
        }
    }

    @Test
    void aBillForAPodThatTurnsUpLaterIsNobodysUntilThen() {
        try (Ledger ledger = ledger().billed(line("hour", "res-1", min(90), "0.80"))) {
            List<Reconciled> unknown = ledger.entries(Reconciled.class);
            ledger.told(running("res-1", T, "0.69"), polled(T, 1), polled(min(60), 0));
            List<Posting> postings = ledger.postings();

            assertThat(unknown).extracting(Reconciled::cause).containsExactly(Cause.UNKNOWN_RESOURCE);
            assertThat(Sums.of(postings, Sums.in(Scope.owner("unattributed")), T, min(60)))
                    .as("taken back from nobody")
                    .isEqualTo(Money.ZERO.minus(Money.ofDollars("0.80")));
            assertThat(Sums.of(postings, Sums.in(Scope.owner("research")), T, min(60)))
                    .isEqualTo(Money.ofDollars("0.80"));
        }
    }

    @Test
    void aLineWithoutAResourceIsTheAccounts() {
        try (Ledger ledger = anHour().billed(line("volume", null, min(90), "7"))) {
            assertThat(Sums.of(ledger.postings(), Sums.in(Scope.owner("unattributed")), T, min(60)))
                    .isEqualTo(Money.ofDollars("7"));
        }
    }
}
