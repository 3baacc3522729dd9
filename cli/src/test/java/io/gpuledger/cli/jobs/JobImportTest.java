package io.gpuledger.cli.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.cli.service.Refused;
import io.gpuledger.cli.service.ServiceClient;
import io.gpuledger.common.access.OwnToken;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.value.HourlyRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobImportTest {

    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant RECORDED_AT = Instant.parse("2026-11-21T08:00:00Z");
    private static final String HEADER = "job,team,n,began,ended";
    private static final String MAP = "id=job,owner=team,gpus=n,start=began,end=ended";

    private final Receiver receiver = new Receiver();
    private final Seen seen = new Seen();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void tellsAJobWithItsTimesAndTheEndOfTheFile() throws Exception {
        run(HEADER, "17,research,0.5,10,475.00000000000006", "18,ops,0,5,900");

        assertThat(receiver.jobs).singleElement().satisfies(job -> {
            assertThat(job.account()).hasToString("csv/trace");
            assertThat(job.job()).isEqualTo("17");
            assertThat(job.owner()).isEqualTo("research");
            assertThat(job.milliGpus()).isEqualTo(500);
            assertThat(job.from()).isEqualTo(EPOCH.plusSeconds(10));
            assertThat(job.until()).isEqualTo(EPOCH.plusSeconds(475));
            assertThat(job.at()).as("when it was imported").isEqualTo(RECORDED_AT);
            assertThat(job.pricePerGpuHour()).isEqualTo(HourlyRate.ofDollars("1.89"));
        });
    }

    @Test
    void aMissingStartOrEndIsTheFirstOrLastInstantOfTheFile() throws Exception {
        run(HEADER, "a,x,1,,50", "b,x,1,20,", "c,x,1,,Unknown", "d,x,0,5,900");

        assertThat(receiver.jobs).extracting(JobRecorded::from).containsExactly(at(5), at(20), at(5));
        assertThat(receiver.jobs).extracting(JobRecorded::until).containsExactly(at(50), at(900), at(900));
    }

    @Test
    void fromAndUntilStandForWhatIsMissingOnly() throws Exception {
        run(at(0), at(1000), HEADER, "a,x,1,,50", "b,x,1,20,");

        assertThat(receiver.jobs).extracting(JobRecorded::from).containsExactly(at(0), at(20));
        assertThat(receiver.jobs).extracting(JobRecorded::until).containsExactly(at(50), at(1000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",x,1,1,2            | id is empty",
                "a,x,,1,2            | gpus is empty",
                "a,x,-1,1,2          | gpus is negative",
                "a,x,two,1,2         | gpus 'two' is no number",
                "a,x,0.0001,1,2      | gpus is less than a thousandth",
                "a,x,1e-999999999,1,2| gpus is beyond what can be counted",
                "a,x,1,soon,2        | start 'soon' is neither seconds nor an ISO time",
                "a,x,1,1,1e-999999999| end '1e-999999999' is beyond what can be counted in seconds",
                "a,x,1,3,2           | it ends before it starts",
                "a,x,1,1             | it has 4 columns, the header 5",
                "a,x,y,1,1,2         | it has 6 columns, the header 5"
            })
    void saysTheLineAndTheReasonOfARowItCannotUse(String row, String reason) throws Exception {
        JobImport.Outcome outcome = run(HEADER, "ok,x,1,1,2", "", row);

        assertThat(seen.unusable)
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("4: " + reason);
        assertThat(outcome.imported()).isEqualTo(1);
        assertThat(outcome.unusable()).isEqualTo(1);
    }

    @Test
    void countsLinesAsAnEditorDoes() throws Exception {
        run(HEADER + ",note", "a,x,1,1,2,\"two\nlines\"", "b,x,1,1,2,", "c,x,1,soon,2,");

        assertThat(seen.unusable)
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("5: start");
        assertThat(receiver.jobs).extracting(JobRecorded::job).containsExactly("a", "b");
    }

    @Test
    void aRowThatSaysTheSameAgainCountsOnceAndOneThatDiffersNotAtAll() throws Exception {
        JobImport.Outcome outcome = run(HEADER, "same,x,1,1,2", "other,x,1,1,2", "same,x,1,1,2", "other,y,1,1,2");

        assertThat(receiver.jobs).extracting(JobRecorded::job).containsExactly("same");
        assertThat(outcome.repeated()).isEqualTo(1);
        assertThat(seen.unusable).hasSize(2).allMatch(line -> line.contains("stands for different jobs"));
    }

    @Test
    void theOrderOfRowsDoesNotMatter() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            String end = i % 5 == 0 ? "" : Integer.toString(i * 7 % 900 + 50);
            rows.add("job-" + i % 2900 + ",team-" + i % 2900 % 7 + "," + i % 3 + "," + i % 40 + "." + i % 10 + ","
                    + end);
        }
        JobImport.Outcome sorted = runRows(rows);
        List<JobRecorded> first = told();
        for (long seed = 1; seed <= 3; seed++) {
            Collections.shuffle(rows, new Random(seed));
            receiver.jobs.clear();

            assertThat(runRows(rows)).isEqualTo(sorted);
            assertThat(told()).isEqualTo(first);
        }
        assertThat(first).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsTheSeparatorOfTheFile(String separator) throws Exception {
        run("\uFEFF" + HEADER.replace(",", separator), "17,research,1,1,2".replace(",", separator));

        assertThat(receiver.jobs).extracting(JobRecorded::owner).containsExactly("research");
    }

    @Test
    void whatTheServiceRefusesIsReportedWithItsLine() throws Exception {
        receiver.refusals.put("bad", "owner must be better");

        JobImport.Outcome outcome = run(HEADER, "1,good,1,1,2", "2,bad,1,1,2");

        assertThat(seen.unusable).containsExactly("3: refused: owner must be better");
        assertThat(outcome.imported()).isEqualTo(1);
    }

    @Test
    void sendsABatchAgainUntilItIsTaken() throws Exception {
        receiver.failures.addAll(List.of(503, 502, 429));

        assertThat(run(HEADER, "1,x,1,1,2").imported()).isEqualTo(1);
    }

    @Test
    void anAnswerThatSaysNothingOfTheEventsIsNoSuccess() {
        receiver.insteadOfResults = "{\"ok\":true}";

        assertThatThrownBy(() -> run(HEADER, "1,x,1,1,2"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("speaks of 0 events, not of 1")
                .matches(e -> ((Refused) e).isPassing());
    }

    @Test
    void whatIsRefusedAltogetherSaysWhy() {
        receiver.failures.add(413);

        assertThatThrownBy(() -> run(HEADER, "1,x,1,1,2")).hasMessageContaining("Kafka is away");
    }

    @Test
    void saysAtOnceThatNobodyAnswers() {
        receiver.close();

        assertThatThrownBy(() -> run(HEADER, "1,x,1,1,2"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nobody answers");
    }

    @Test
    void saysWhichColumnTheFileLacks() {
        assertThatThrownBy(() -> run("job,team,n,began", "1,x,1,1"))
                .hasMessage("the file has no column 'ended' for end; it has job, team, n, began");
    }

    @Test
    void saysThatNoRowHasATime() {
        assertThatThrownBy(() -> run(HEADER, "1,x,1,,")).hasMessage("no row has a time: say --from");
    }

    @Test
    void sendsNoMoreAtOnceThanTheServiceTakes() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 4500; i++) {
            rows.add(i + ",x,1,1,2");
        }

        runRows(rows);

        assertThat(receiver.batches).containsExactly(2000, 2000, 500);
    }

    private JobImport.Outcome runRows(List<String> rows) throws Exception {
        List<String> lines = new ArrayList<>(rows);
        lines.addFirst(HEADER);
        return run(lines.toArray(String[]::new));
    }

    private JobImport.Outcome run(String... lines) throws Exception {
        return run(null, null, lines);
    }

    private JobImport.Outcome run(@Nullable Instant from, @Nullable Instant until, String... lines)
            throws Refused, IOException {
        Path file = Files.write(folder.resolve("jobs.csv"), List.of(lines));
        try (ServiceClient service = ServiceClient.of(receiver.address(), OwnToken.NONE, null)) {
            return new JobImport(new EventPoster(service, Duration.ofMillis(1)), seen)
                    .run(new ImportRequest(
                            file,
                            new AccountRef("csv", "trace"),
                            Columns.parse(MAP),
                            new Times(EPOCH),
                            HourlyRate.ofDollars("1.89"),
                            null,
                            from,
                            until,
                            RECORDED_AT));
        }
    }

    private List<JobRecorded> told() {
        return receiver.jobs.stream()
                .sorted(Comparator.comparing(JobRecorded::job))
                .toList();
    }

    private static Instant at(long seconds) {
        return EPOCH.plusSeconds(seconds);
    }

    private static final class Seen implements JobImport.Watcher {

        private final List<String> unusable = new ArrayList<>();

        @Override
        public void progressed(long rows, long all) {}

        @Override
        public void unusable(long line, String reason) {
            unusable.add(line + ": " + reason);
        }
    }
}
