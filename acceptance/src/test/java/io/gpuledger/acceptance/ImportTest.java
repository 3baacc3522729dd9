package io.gpuledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trace goes in by the command line and comes out over REST as an independent sum has it, to the last unit. */
class ImportTest {

    private static final BigInteger NANO_DOLLARS_PER_GPU_HOUR = BigInteger.valueOf(1_890_000_000L);
    private static final long END_SECONDS = 2_000_000;

    @TempDir
    private Path folder;

    /** A job as the file has it; an empty time is one the file does not know. */
    private record Job(String id, String owner, int gpus, String start, String end) {

        String row() {
            return String.join(",", id, owner, Integer.toString(gpus), start, end);
        }

        BigInteger gpuMillis() {
            long from = start.isEmpty() ? 0 : millis(start);
            long until = end.isEmpty() ? END_SECONDS * 1000 : millis(end);
            return BigInteger.valueOf(gpus).multiply(BigInteger.valueOf(until - from));
        }

        private static long millis(String seconds) {
            return new BigDecimal(seconds)
                    .movePointRight(3)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
        }
    }

    private static List<Job> trace() {
        Random chance = new Random(2026);
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int start = chance.nextInt(1_000_000);
            int end = start + chance.nextInt(900_000);
            jobs.add(new Job(
                    "job-" + i,
                    "team-" + chance.nextInt(23),
                    chance.nextInt(4),
                    chance.nextInt(5) == 0 ? "" : start + ".00000000000006",
                    chance.nextInt(5) == 0 ? "" : end + "." + chance.nextInt(10)));
        }
        jobs.add(new Job("the-last", "team-0", 1, "0", Long.toString(END_SECONDS)));
        return jobs;
    }

    @Test
    void theTotalsOfATraceAreExactInAnyOrderAndAfterASecondImport() throws Exception {
        try (Stage stage = new Stage("import", "owners: []", "route: {receiver: none}\nreceivers: [{name: none}]")) {
            Actor ledger = stage.actor("ledger-service").start();
            Actor pricing = stage.actor("pricing-service").start().awaitReady();
            ledger.awaitReady();
            List<Job> jobs = trace();
            Map<String, String> expected = expected(jobs);

            String first = imported(pricing, jobs);
            awaitCosts(ledger, expected);
            Collections.shuffle(jobs, new Random(7));
            String second = imported(pricing, jobs);
            awaitCosts(ledger, expected);

            assertThat(first).contains("1 not usable").contains("line 503");
            assertThat(second).contains("1 not usable");
        }
    }

    /** Cost units of every owner: nano-dollars per GPU and hour, times GPU-milliseconds. */
    private static Map<String, String> expected(List<Job> jobs) {
        Map<String, BigInteger> sums = new TreeMap<>();
        jobs.stream()
                .filter(job -> job.gpus() > 0)
                .forEach(job ->
                        sums.merge(job.owner(), job.gpuMillis().multiply(NANO_DOLLARS_PER_GPU_HOUR), BigInteger::add));
        Map<String, String> units = new TreeMap<>();
        sums.forEach((owner, sum) -> units.put(owner, sum.toString()));
        return units;
    }

    private String imported(Actor pricing, List<Job> jobs) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(List.of("id,team,gpus,start,end"));
        jobs.forEach(job -> lines.add(job.row()));
        lines.add("the-bad,team-0,1,yesterday,20");
        Path file = Files.write(folder.resolve("trace.csv"), lines);
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        commandLine(),
                        "io.gpuledger.cli.Main",
                        "import",
                        "jobs",
                        file.toString(),
                        "--account=trace",
                        "--map=id=id,owner=team,gpus=gpus,start=start,end=end",
                        "--epoch=2026-01-01T00:00:00Z",
                        "--from=0",
                        "--price-per-gpu-hour=1.89",
                        "--url=" + pricing.uri(""))
                .redirectErrorStream(true)
                .start();
        String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(command.waitFor()).as(said).isZero();
        return said;
    }

    /** The class path of the commands, as the script has it. */
    private static String commandLine() {
        Path root = Path.of("..").toAbsolutePath().normalize();
        return root.resolve("cli/target/classes") + ":" + root.resolve("cli/target/lib") + "/*";
    }

    private static void awaitCosts(Actor ledger, Map<String, String> expected) {
        Awaitility.await("the ledger has it all")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(costs(ledger)).isEqualTo(expected));
    }

    private static Map<String, String> costs(Actor ledger) {
        JsonNode answer = ledger.get(
                "/v1/costs?from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z&groupBy=owner&account=csv/trace");
        Map<String, String> units = new TreeMap<>();
        if (answer != null) {
            answer.path("rows")
                    .forEach(row -> units.put(
                            row.path("group").path("owner").asText(),
                            row.path("cost").path("units").asText()));
        }
        return units;
    }
}
