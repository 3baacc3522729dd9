package io.gpuledger.ledger.query.measures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.JobCounters;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.JobTold.State;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.common.wire.Json;
import io.gpuledger.ledger.measure.Used;
import io.gpuledger.ledger.measure.Work;
import io.gpuledger.ledger.query.cost.Dimension;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What jobs counted and lost: of a range, over all their pods, by group. */
class WorkQuestionTest {

    private static final AccountRef MAIN = new AccountRef("runpod", "main");
    private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");
    private static final Money DOLLAR = Money.ofDollars("1");
    private static final GpuTime HOUR = GpuTime.of(1000, Duration.ofHours(1).toMillis());
    private static final JobCounters EPOCHS = new JobCounters(10L, null, null, null);

    private static Instant hour(int hours) {
        return T.plus(Duration.ofHours(hours));
    }

    /** On one pod, from the hour before its end; a dollar and a GPU-hour. */
    private record Told(
            String job, String pod, int end, @Nullable JobCounters counters, boolean preempted, GpuTime unpriced) {

        Told(String job, String pod, int end, @Nullable JobCounters counters) {
            this(job, pod, end, counters, false, GpuTime.ZERO);
        }

        Told preemptedThen() {
            return new Told(job, pod, end, counters, true, unpriced);
        }

        JobTold of(String owner, State state) {
            return new JobTold(
                    MAIN,
                    job,
                    pod,
                    hour(9),
                    owner,
                    "vision",
                    null,
                    hour(end - 1),
                    state == State.RUNNING ? null : hour(end),
                    state,
                    1000,
                    1,
                    preempted,
                    counters,
                    new JobTold.Spent(hour(end), DOLLAR, HOUR, unpriced, HourlyRate.ZERO, 0, 0),
                    null,
                    null);
        }

        JobTold stopped() {
            return of("lab", State.STOPPED);
        }
    }

    private static WorkQuestion question(Dimension... by) {
        return new WorkQuestion(new MeasureQuestion(hour(2), hour(5), List.of(by), Map.of()));
    }

    private static Work work(JobTold... told) {
        return Grouped.sum(List.of(question().of(List.of(told))), Work::plus).getOrDefault(List.of(), Work.NONE);
    }

    private static Work.Counted counted(long count, String dollars) {
        return new Work.Counted(count, Money.ofDollars(dollars));
    }

    @Test
    void theGreatestCounterCountsOverTheCostOfAllPodsOfAJobWhereverItWasBefore() {
        Work work = work(
                new Told("a", "pod-1", 1, new JobCounters(4L, null, null, null)).stopped(),
                new Told("a", "pod-2", 4, EPOCHS).stopped());

        assertThat(work.epochs()).isEqualTo(counted(10, "2"));
        assertThat(work.inferences()).isEqualTo(Work.Counted.NOTHING);
    }

    @Test
    void aJobCountsOnceInTheRangeItsEndLiesIn() {
        assertThat(work(new Told("a", "pod-1", 2, EPOCHS).stopped()).epochs()).isEqualTo(Work.Counted.NOTHING);
        assertThat(work(new Told("a", "pod-1", 3, EPOCHS).stopped()).epochs()).isEqualTo(counted(10, "1"));
        assertThat(work(new Told("a", "pod-1", 5, EPOCHS).stopped()).epochs()).isEqualTo(counted(10, "1"));
        assertThat(work(new Told("a", "pod-1", 6, EPOCHS).stopped()).epochs()).isEqualTo(Work.Counted.NOTHING);
    }

    @Test
    void whatRunsOrHasNoPriceCountsNothing() {
        Told told = new Told("a", "pod-1", 4, EPOCHS);

        assertThat(work(told.of("lab", State.RUNNING)).epochs()).isEqualTo(Work.Counted.NOTHING);
        assertThat(work(told.stopped(), new Told("a", "pod-2", 5, null).of("lab", State.RUNNING))
                        .epochs())
                .isEqualTo(Work.Counted.NOTHING);
        assertThat(work(new Told("a", "pod-1", 4, EPOCHS, false, HOUR).stopped())
                        .epochs())
                .isEqualTo(Work.Counted.NOTHING);
    }

    @Test
    void aPreemptionTakesWhatTheJobCostOnThatPodUnlessItToldWhatItHadDone() {
        Work work = work(
                new Told("a", "pod-1", 3, null).preemptedThen().stopped(),
                new Told("a", "pod-2", 5, null).stopped(),
                new Told("b", "pod-1", 3, EPOCHS).preemptedThen().stopped(),
                new Told("c", "pod-1", 6, null).preemptedThen().stopped());

        assertThat(work.lost()).isEqualTo(new Used(DOLLAR, HOUR));
    }

    @Test
    void jobsAreGroupedAndTheAnswerTravels() throws IOException {
        WorkQuestion question = question(Dimension.OWNER, Dimension.PROJECT);
        Grouped<Work> answer = question.of(List.of(
                new Told("a", "pod-1", 4, EPOCHS).stopped(),
                new Told("b", "pod-1", 4, EPOCHS).of("zoo", State.STOPPED)));
        JavaType part = Json.mapper().getTypeFactory().constructParametricType(Grouped.class, Work.class);

        assertThat(Grouped.sum(List.of(answer), Work::plus))
                .containsOnlyKeys(List.of("lab", "vision"), List.of("zoo", "vision"));
        assertThat(Json.mapper().<Grouped<Work>>readValue(Json.mapper().writeValueAsBytes(answer), part))
                .isEqualTo(answer);
        assertThat(Json.mapper().readValue(Json.mapper().writeValueAsBytes(question), WorkQuestion.class))
                .isEqualTo(question);
    }
}
