package io.gpuledger.bench.measure;

import io.gpuledger.bench.load.Past;
import io.gpuledger.bench.load.Teller;
import io.gpuledger.bench.site.LedgerProcess;
import io.gpuledger.bench.site.Site;
import io.gpuledger.bench.site.Waiting;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.value.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** (c) questions about cost over REST, after 35 days of 1 000 owners; (d) what the ledger holds of it. */
public final class Questions {

    private static final int OWNERS = 1_000;
    private static final int RUNS = 3;
    private static final int OK = 200;
    private static final int WARMING = 100;
    private static final int ASKED = 300;
    private static final int STAGES = 20;
    private static final double P99 = 0.99;
    private static final double TARGET_OWNER_MILLIS = 20;
    private static final double TARGET_ALL_MILLIS = 100;
    private static final String NAME = "questions";
    private static final Instant FROM = Past.FROM.plus(Duration.ofHours(77));
    private static final String MONTH = "/v1/costs?from=" + FROM + "&to=" + FROM.plus(Duration.ofDays(30));

    private final Site site;
    private final Past past;

    public Questions(Site site, Sizes sizes) {
        this.site = site;
        this.past = new Past(sizes.pods(), OWNERS, RUNS);
    }

    public List<Row> rows() {
        site.cluster().wipe();
        Money cost;
        try (Teller teller =
                new Teller(site.cluster().bootstrapServers(), site.cluster().partitions(Topics.PODS))) {
            cost = past.tell(teller);
        }
        try (LedgerProcess ledger =
                site.ledger(NAME, "owners: []\n", Map.of("QUARKUS_KAFKA_STREAMS_APPLICATION_ID", NAME))) {
            awaitAll(ledger, cost);
            List<Row> rows = new ArrayList<>();
            rows.addAll(asked(ledger, "one owner, a month, by SKU", "owner-7", TARGET_OWNER_MILLIS));
            rows.addAll(asked(ledger, "all owners, a month, by SKU", null, TARGET_ALL_MILLIS));
            rows.addAll(held(ledger));
            return rows;
        }
    }

    /** Until the ledger has read everything and what it says it cost is what it cost. */
    private void awaitAll(LedgerProcess ledger, Money cost) {
        long written = site.cluster().written(Topics.PODS);
        for (int stage = 1; stage <= STAGES; stage++) {
            long wanted = written * stage / STAGES;
            Waiting.until(
                    wanted + " records are read",
                    () -> site.cluster().committed(NAME, Topics.PODS) >= wanted,
                    ledger.child());
        }
        String whole = "/v1/costs?from=" + Past.FROM + "&to=" + Past.UNTIL;
        String units = "\"units\":\"" + cost.units() + "\"";
        Waiting.until(
                "all is in the books",
                () -> {
                    LedgerProcess.Answer answer = ledger.get(whole);
                    return answer.status() == OK && answer.body().contains(units);
                },
                ledger.child());
    }

    private List<Row> asked(LedgerProcess ledger, String what, @Nullable String owner, double target) {
        String path = MONTH + "&groupBy=owner,sku" + (owner == null ? "" : "&owner=" + owner);
        List<Double> nanos = new ArrayList<>();
        int bytes = 0;
        for (int i = 0; i < WARMING + ASKED; i++) {
            long begun = System.nanoTime();
            LedgerProcess.Answer answer = ledger.get(path);
            if (answer.status() != OK) {
                throw new IllegalStateException(path + " answered " + answer.status() + ": " + answer.body());
            }
            bytes = answer.body().length();
            if (i >= WARMING) {
                nanos.add((double) (System.nanoTime() - begun));
            }
        }
        double p99 = Texts.quantile(nanos, P99);
        double perSecond = 1e9
                * nanos.size()
                / nanos.stream().mapToDouble(Double::doubleValue).sum();
        String size = size() + ", " + Texts.count(bytes) + " bytes";
        System.out.println("  " + what + ": p50 " + Texts.millis(Texts.median(nanos)) + ", p99 " + Texts.millis(p99));
        return List.of(
                Row.figure("c", what + ": one after the other", size, Texts.count(perSecond) + " answers/s"),
                Row.figure("c", what + ": p50", size, Texts.millis(Texts.median(nanos))),
                new Row(
                        "c",
                        what + ": p99",
                        size,
                        Texts.millis(p99),
                        "<= " + Texts.millis(target * 1e6),
                        p99 <= target * 1e6));
    }

    private String size() {
        return Texts.count(past.resources()) + " resources, " + Texts.count(2.0 * past.records()) + " changes";
    }

    private List<Row> held(LedgerProcess ledger) {
        double heap = ledger.heapInUse();
        double disk = site.stateBytes(NAME);
        return List.of(
                held("memory in use", heap, "resource", past.resources()),
                held("memory in use", heap, "change", 2 * past.records()),
                held("state on disk", disk, "resource", past.resources()),
                held("state on disk", disk, "change", 2 * past.records()));
    }

    private Row held(String what, double bytes, String each, long of) {
        return Row.figure("d", what + " per " + each, size(), Texts.count(bytes / of) + " bytes");
    }
}
