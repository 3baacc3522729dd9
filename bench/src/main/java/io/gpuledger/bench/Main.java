package io.gpuledger.bench;

import io.gpuledger.bench.measure.Growth;
import io.gpuledger.bench.measure.Intake;
import io.gpuledger.bench.measure.Latency;
import io.gpuledger.bench.measure.Paging;
import io.gpuledger.bench.measure.Questions;
import io.gpuledger.bench.measure.Recovery;
import io.gpuledger.bench.measure.Row;
import io.gpuledger.bench.measure.Sizes;
import io.gpuledger.bench.measure.Storms;
import io.gpuledger.bench.measure.Texts;
import io.gpuledger.bench.measure.Throughput;
import io.gpuledger.bench.site.Installation;
import io.gpuledger.bench.site.Site;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code bench [a b c e f g h i j] [--pods N] [--rounds N] ...}: measures and prints a table. */
public final class Main {

    private static final int EXIT_CODE_BAD_INPUT = 2;

    /** One of the measures. */
    private interface Measure {
        List<Row> rows(Site site, Sizes sizes);
    }

    private static final Map<String, Measure> MEASURES = new LinkedHashMap<>();

    static {
        MEASURES.put("a", (site, sizes) -> new Throughput(site, sizes).rows());
        MEASURES.put("b", (site, sizes) -> new Latency(site).rows());
        MEASURES.put("c", (site, sizes) -> new Questions(site, sizes).rows());
        MEASURES.put("e", (site, sizes) -> new Recovery(site, sizes).rows());
        MEASURES.put("f", (site, sizes) -> new Growth(site, sizes).rows());
        MEASURES.put("g", (site, sizes) -> new Paging(site).rows());
        MEASURES.put("h", (site, sizes) -> new Intake(site).throughput());
        MEASURES.put("i", (site, sizes) -> new Intake(site).held());
        MEASURES.put("j", (site, sizes) -> new Storms(site, sizes).rows());
    }

    private Main() {}

    public static void main(String... arguments) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        try {
            run(Arguments.of(arguments, List.copyOf(MEASURES.keySet())));
            System.exit(0);
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(EXIT_CODE_BAD_INPUT);
        }
    }

    private static void run(Arguments arguments) {
        Installation installation = new Installation(
                Path.of(System.getProperty("gpu-ledger.home", ".")).toAbsolutePath());
        List<Row> rows = new ArrayList<>();
        for (String measure : arguments.measures()) {
            System.out.println("(" + measure + ") from " + Instant.now());
            try (Site site = new Site(installation)) {
                rows.addAll(Objects.requireNonNull(MEASURES.get(measure)).rows(site, arguments.sizes()));
            }
        }
        System.out.println(Texts.table(rows));
        long missed =
                rows.stream().filter(row -> Boolean.FALSE.equals(row.reached())).count();
        long reached =
                rows.stream().filter(row -> Boolean.TRUE.equals(row.reached())).count();
        System.out.println(reached + " targets reached, " + missed + " missed; "
                + Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version());
    }
}
