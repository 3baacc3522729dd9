package io.gpuledger.ledger.query.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.JobCounters;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.JobTold.Spent;
import io.gpuledger.common.event.JobTold.State;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobSumsTest {

    private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant END = T.plusSeconds(3600);
    private static final GpuTime HOUR = GpuTime.of(1_000, 3_600_000);

    /** It held a GPU for an hour, for a dollar. */
    private static JobTold told(String pod, State state, @Nullable JobCounters counters, GpuTime unpriced) {
        boolean open = state == State.RUNNING;
        return new JobTold(
                new AccountRef("runpod", "main"),
                "train",
                pod,
                END,
                "lab",
                null,
                null,
                T,
                open ? null : END,
                state,
                1_000,
                1,
                null,
                counters,
                new Spent(
                        END,
                        Money.ofDollars("1"),
                        HOUR,
                        unpriced,
                        open ? HourlyRate.ofDollars("1") : HourlyRate.ZERO,
                        open ? 1_000 : 0,
                        0),
                null,
                null);
    }

    private static JobAnswer.Row row(JobTold... told) {
        return new JobSums(List.of(told), END.plusSeconds(1800)).row(null);
    }

    private static JobCounters epochs(long count) {
        return new JobCounters(count, null, null, null);
    }

    @Test
    void whatIsNotKnownIsAbsent() {
        JobAnswer.Row row = row(told("a", State.STOPPED, null, GpuTime.ZERO));

        assertThat(row.cost()).isNull();
        assertThat(row.allocated()).isNull();
        assertThat(row.counters()).isNull();
        assertThat(row.retries()).isNull();
        assertThat(row.preempted()).isNull();
        assertThat(row.costPerEpoch()).isNull();
        assertThat(row.costPerThousandInferences()).isNull();
    }

    @Test
    void countersOfSeveralPodsAreRunningTotalsOverTheCostOfAll() {
        JobAnswer.Row row = row(
                told("a", State.STOPPED, epochs(3), GpuTime.ZERO),
                told("b", State.ENDED_WITH_POD, epochs(8), GpuTime.ZERO));

        assertThat(row.counters()).isEqualTo(epochs(8));
        assertThat(row.whole().cost()).isEqualTo(Money.ofDollars("2"));
        assertThat(row.costPerEpoch()).isEqualTo(Money.ofDollars("0.25"));
        assertThat(row.starts()).isEqualTo(2);
    }

    @Test
    void whatStillRunsGoesOnCostingAndHasNoCostPerEpochYet() {
        JobAnswer.Row row = row(told("a", State.RUNNING, epochs(3), GpuTime.ZERO));

        assertThat(row.whole().cost()).isEqualTo(Money.ofDollars("1.5"));
        assertThat(row.until()).isNull();
        assertThat(row.costPerEpoch()).isNull();
    }

    @Test
    void anEpochWhosePriceIsNotKnownIsNotFree() {
        assertThat(row(told("a", State.STOPPED, epochs(3), HOUR)).costPerEpoch())
                .isNull();
    }

    @Test
    void aQuestionAndWhatItFoundTravelAsTheyAre() throws IOException {
        JobQuestion question = new JobQuestion(T, END, "lab", null, "runpod/main", null);
        JobQuestion.Found found = question.of(List.of(told("a", State.STOPPED, epochs(3), GpuTime.ZERO)));

        assertThat(found.jobs()).hasSize(1);
        assertThat(travelled(question)).isEqualTo(question);
        assertThat(travelled(found)).isEqualTo(found);
    }

    @Test
    void onlyJobsOfTheRangeAreFound() {
        JobTold job = told("a", State.STOPPED, null, GpuTime.ZERO);

        assertThat(new JobQuestion(END, END.plusSeconds(1), null, null, null, null)
                        .of(List.of(job))
                        .jobs())
                .isEmpty();
        assertThat(new JobQuestion(T.minusSeconds(1), T, null, null, null, null)
                        .of(List.of(job))
                        .jobs())
                .isEmpty();
        assertThat(new JobQuestion(T, END, null, "", null, null)
                        .of(List.of(job))
                        .jobs())
                .containsExactly(job);
    }

    @SuppressWarnings("unchecked")
    private static <V> V travelled(V value) throws IOException {
        return (V) Json.mapper().readValue(Json.mapper().writeValueAsBytes(value), value.getClass());
    }

    @Test
    void ofTwoPodsTakenAtOneInstantTheSameSaysWhoseItIsInWhateverOrderTheyAreTold() {
        JobTold one = told("a", State.STOPPED, null, GpuTime.ZERO);
        JobTold other = of("vision", told("b", State.STOPPED, null, GpuTime.ZERO));

        assertThat(row(one, other).project())
                .isEqualTo("vision")
                .isEqualTo(row(other, one).project());
    }

    private static JobTold of(String project, JobTold told) {
        return new JobTold(
                told.account(),
                told.job(),
                told.pod(),
                told.at(),
                told.owner(),
                project,
                told.costCentre(),
                told.from(),
                told.until(),
                told.state(),
                told.milliGpus(),
                told.starts(),
                told.preempted(),
                told.counters(),
                told.spent(),
                told.refused(),
                told.withdrawn());
    }
}
