package io.gpuledger.ledger.jobs;

import static io.gpuledger.ledger.jobs.Acted.PLACE;
import static io.gpuledger.ledger.jobs.Acted.facts;
import static io.gpuledger.ledger.jobs.Acted.ran;
import static io.gpuledger.ledger.jobs.Acted.record;
import static io.gpuledger.ledger.jobs.Acted.start;
import static io.gpuledger.ledger.jobs.Acted.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.JobCounters;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.JobTold.State;
import io.gpuledger.common.event.Use;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.Span;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PodJobsTest {

    private static final Span ALWAYS = new Span(0, Span.OPEN);

    private static List<String> compute(Due due) {
        return due.stretches().stream()
                .filter(stretch -> stretch.charge().cell().component() == Component.COMPUTE)
                .map(stretch -> stretch.span().from() + "-"
                        + (stretch.span().until() == Span.OPEN
                                ? ""
                                : stretch.span().until()) + " "
                        + (stretch.charge().job() == null
                                ? "idle"
                                : stretch.charge().job()) + " "
                        + stretch.charge().cell().owner() + " "
                        + stretch.charge().rate().nanoDollars() + " "
                        + stretch.charge().milliGpus())
                .toList();
    }

    private static JobTold told(PodJobs jobs, String job) {
        return Objects.requireNonNull(jobs.told(PLACE, jobs.shared()).get(job));
    }

    @Test
    void aPodWithoutJobsIsChargedAsAWhole() {
        Due due = ran(100, 1000, ALWAYS);

        assertThat(new PodJobs(facts(stop("a", 5)), due).shared()).isEqualTo(due);
    }

    @Test
    void aJobPaysForItsShareOfComputeAndDisksWhileItHoldsItAndTheRestIsIdle() {
        PodJobs jobs = new PodJobs(facts(start("a", 10, 250), stop("a", 20)), ran(100, 1000, ALWAYS));

        assertThat(compute(jobs.shared()))
                .containsExactly(
                        "0-10 idle platform 100 1000",
                        "10-20 a of-a 25 250",
                        "10-20 idle platform 75 750",
                        "20- idle platform 100 1000");
        assertThat(jobs.shared().stretches())
                .filteredOn(stretch -> stretch.charge().cell().component() == Component.STORAGE)
                .filteredOn(stretch -> stretch.span().from() == 10)
                .extracting(
                        stretch -> stretch.charge().use(),
                        stretch -> stretch.charge().rate().nanoDollars())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Use.JOB, 2L),
                        org.assertj.core.groups.Tuple.tuple(Use.IDLE, 5L));
    }

    @Test
    void aJobThatNeverStopsRunsAsLongAsItsPodAndOneToldTooLongEndsWithIt() {
        PodJobs jobs = new PodJobs(
                facts(start("a", 10, 500), start("b", 10, 500), stop("b", 50)), ran(100, 1000, new Span(0, 30)));

        assertThat(compute(jobs.shared()))
                .containsExactly("0-10 idle platform 100 1000", "10-30 a of-a 50 500", "10-30 b of-b 50 500");
        assertThat(told(jobs, "a").state()).isEqualTo(State.ENDED_WITH_POD);
        assertThat(told(jobs, "b").until()).isEqualTo(Instant.ofEpochMilli(30));
    }

    @Test
    void aPodThatRunsAgainDoesNotBringBackTheJobThatEndedWithIt() {
        PodJobs jobs =
                new PodJobs(facts(start("a", 10, 500)), ran(100, 1000, new Span(0, 20), new Span(40, Span.OPEN)));

        assertThat(compute(jobs.shared()))
                .containsExactly(
                        "0-10 idle platform 100 1000",
                        "10-20 a of-a 50 500",
                        "10-20 idle platform 50 500",
                        "40- idle platform 100 1000");
    }

    @Test
    void aJobThatStartsBeforeItsPodRunsBeginsWithIt() {
        PodJobs jobs = new PodJobs(facts(start("a", 5, 1000)), ran(100, 1000, new Span(10, Span.OPEN)));

        assertThat(compute(jobs.shared())).containsExactly("10- a of-a 100 1000");
        assertThat(told(jobs, "a").state()).isEqualTo(State.RUNNING);
    }

    @Test
    void aJobOfAPodThatIsNotKnownWaits() {
        PodJobs jobs = new PodJobs(facts(start("a", 5, 1000)), ran(100, 1000));

        assertThat(told(jobs, "a").state()).isEqualTo(State.WAITING);
        assertThat(told(jobs, "a").spent().cost().signum()).isZero();
    }

    @Test
    void whatIsMoreThanThePodHasIsRefusedToWhoeverCameLaterUntilThereIsRoom() {
        PodJobs jobs = new PodJobs(
                facts(start("a", 10, 800), start("b", 12, 400), start("c", 14, 200), stop("a", 20)),
                ran(100, 1000, ALWAYS));

        assertThat(compute(jobs.shared()))
                .contains("12-14 a of-a 80 800", "12-14 idle platform 20 200")
                .contains("14-20 a of-a 80 800", "14-20 c of-c 20 200")
                .contains("20- b of-b 40 400", "20- c of-c 20 200", "20- idle platform 40 400");
        assertThat(jobs.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.job()).isEqualTo("b");
            assertThat(refusal.reason()).contains("400 asked for, 200 of 1000 free at 1970-01-01T00:00:00.012Z");
        });
        assertThat(told(jobs, "b").refused()).isNotNull();
    }

    @Test
    void aJobThatStartsAnewHoldsWhatItSaysThen() {
        PodJobs jobs = new PodJobs(
                facts(start("a", 10, 250), start("a", 20, 750), stop("a", 20), stop("a", 30)),
                ran(100, 1000, new Span(0, 40)));

        assertThat(compute(jobs.shared()))
                .contains("10-20 a of-a 25 250", "20-30 a of-a 75 750", "30-40 idle platform 100 1000");
        assertThat(told(jobs, "a").starts()).isEqualTo(2);
    }

    @Test
    void aStopAtTheInstantOfTheOnlyStartMeansNoTime() {
        PodJobs jobs = new PodJobs(facts(start("a", 10, 250), stop("a", 10)), ran(100, 1000, ALWAYS));

        assertThat(jobs.shared().stretches())
                .allMatch(stretch -> stretch.charge().use() == Use.IDLE);
        assertThat(told(jobs, "a").state()).isEqualTo(State.STOPPED);
    }

    @Test
    void aRecordSetsStartsAndStopsOfItsJobAside() {
        PodJobs jobs = new PodJobs(
                facts(
                        start("a", 10, 250),
                        record("a", 50, new Span(5, 8), 1000),
                        record("a", 49, new Span(0, 9), 1000)),
                ran(100, 1000, new Span(0, 20)));

        assertThat(compute(jobs.shared()))
                .containsExactly("0-5 idle platform 100 1000", "5-8 a of-a 100 1000", "8-20 idle platform 100 1000");
    }

    @Test
    void whatAJobCostAndDidIsTold() {
        PodJobs jobs = new PodJobs(
                facts(
                        start("a", 10, 500),
                        stop("a", 20, true, new JobCounters(3L, null, null, null)),
                        start("a", 30, 500)),
                ran(100, 1000, ALWAYS));

        JobTold told = told(jobs, "a");

        assertThat(told.preempted()).isTrue();
        assertThat(told.counters()).isEqualTo(new JobCounters(3L, null, null, null));
        // 50 for compute and 3.5, rounded, for disks
        assertThat(told.spent().at(Instant.ofEpochMilli(40)).cost().units()).isEqualTo(BigInteger.valueOf(20 * 54));
        assertThat(told.spent().at(Instant.ofEpochMilli(40)).gpuTime()).isEqualTo(GpuTime.of(500, 20));
    }
}
