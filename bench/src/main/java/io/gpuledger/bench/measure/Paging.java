package io.gpuledger.bench.measure;

import io.gpuledger.bench.load.CrossingTeller;
import io.gpuledger.bench.load.Storm;
import io.gpuledger.bench.site.Hook;
import io.gpuledger.bench.site.LedgerProcess;
import io.gpuledger.bench.site.Site;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** (g) from the writing of a crossing until the request at the receiver: one after the other; idle, and while 10 000 alerts are posted again and again. */
public final class Paging {

    private static final int WARMING = 100;
    private static final int PROBES = 200;
    private static final int LOAD = 10_000;
    private static final int LOAD_GROUPS = 100;
    private static final int BATCH = 64;
    private static final long PACE_NANOS = TimeUnit.SECONDS.toNanos(1) * BATCH / 1_000;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final double P99 = 0.99;
    private static final double TARGET_IDLE_MILLIS = 200;
    private static final double TARGET_LOADED_MILLIS = 500;

    private final Site site;
    private final Random chance = new Random(1);

    public Paging(Site site) {
        this.site = site;
    }

    public List<Row> rows() {
        site.cluster().wipe();
        try (Hook hook = new Hook();
                LedgerProcess alerts = site.alerts("paging", routing(hook));
                CrossingTeller teller = new CrossingTeller(site.cluster().bootstrapServers())) {
            alerts.awaitReady();
            probes("warming", WARMING, hook, alerts, teller);
            List<Row> rows =
                    new ArrayList<>(rows("idle", TARGET_IDLE_MILLIS, probes("idle", PROBES, hook, alerts, teller)));
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> load(alerts.port(), over));
            List<Double> loaded = probes("loaded", PROBES, hook, alerts, teller);
            over.set(true);
            load.join();
            rows.addAll(rows("at 1 000 alerts/s", TARGET_LOADED_MILLIS, loaded));
            return rows;
        }
    }

    /** Pages go out at once; what makes the load is told to nobody. */
    private static String routing(Hook hook) {
        return """
                route:
                  receiver: pager
                  group_by: [owner]
                  group_wait: 0s
                  group_interval: 1m
                  routes: [{receiver: nobody, matchers: ['alertname = "load"'], group_wait: 1s, group_interval: 5s}]
                receivers:
                - {name: nobody}
                - {name: pager, webhook_configs: [{url: '%s'}]}
                """.formatted(hook.url());
    }

    private List<Double> probes(String name, int count, Hook hook, LedgerProcess alerts, CrossingTeller teller) {
        List<Double> taken = new ArrayList<>();
        for (int probe = 0; probe < count; probe++) {
            LockSupport.parkNanos(chance.nextLong(PAUSE_NANOS));
            String owner = name + "-" + probe;
            long begun = System.nanoTime();
            teller.crossed(owner, "pod", Instant.now());
            taken.add((double) (hook.toldAt(owner, "pod", alerts.child()) - begun));
        }
        return taken;
    }

    private static void load(int port, AtomicBoolean over) {
        Storm storm = new Storm("load", LOAD, LOAD_GROUPS);
        URI base = URI.create("http://127.0.0.1:" + port);
        long due = System.nanoTime();
        for (int from = 0; !over.get(); from = (from + BATCH) % (LOAD - BATCH)) {
            storm.post(base, from, from + BATCH);
            due += PACE_NANOS;
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
        }
    }

    private static List<Row> rows(String when, double target, List<Double> nanos) {
        double p99 = Texts.quantile(nanos, P99);
        System.out.println("  " + when + ": p50 " + Texts.millis(Texts.median(nanos)) + ", p99 " + Texts.millis(p99));
        String size = PROBES + " crossings";
        return List.of(
                Row.figure("g", "crossing to request p50, " + when, size, Texts.millis(Texts.median(nanos))),
                new Row(
                        "g",
                        "crossing to request p99, " + when,
                        size,
                        Texts.millis(p99),
                        "<= " + Texts.millis(target * 1e6),
                        p99 <= target * 1e6));
    }
}
