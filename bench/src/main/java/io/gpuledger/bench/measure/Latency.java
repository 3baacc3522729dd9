package io.gpuledger.bench.measure;

import io.gpuledger.bench.load.Fleet;
import io.gpuledger.bench.load.Probe;
import io.gpuledger.bench.load.Teller;
import io.gpuledger.bench.site.CrossingLog;
import io.gpuledger.bench.site.LedgerProcess;
import io.gpuledger.bench.site.Site;
import io.gpuledger.common.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** (b) from the writing of an observation until its crossing can be read, committed; idle, and beside 10 000 observations a second. */
public final class Latency {

    private static final int LOAD_PODS = 10_000;
    private static final int TEAMS = 20;
    private static final int WARMING = 60;
    private static final int PROBES = 200;
    private static final double TARGET_IDLE_MILLIS = 100;
    private static final double TARGET_LOADED_MILLIS = 250;
    private static final double P99 = 0.99;
    private static final Instant BEGIN = Instant.parse("2026-11-02T00:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int BURST = 100;

    private final Site site;
    private final Random chance = new Random(1);

    public Latency(Site site) {
        this.site = site;
    }

    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.addAll(rows("idle", TARGET_IDLE_MILLIS, probes(0)));
        rows.addAll(rows("at 10 000 observations/s", TARGET_LOADED_MILLIS, probes(LOAD_PODS)));
        return rows;
    }

    private static List<Row> rows(String when, double target, List<Double> nanos) {
        double p99 = Texts.quantile(nanos, P99);
        System.out.println("  " + when + ": p50 " + Texts.millis(Texts.median(nanos)) + ", p99 " + Texts.millis(p99));
        String size = PROBES + " crossings";
        return List.of(
                Row.figure("b", "observation to crossing p50, " + when, size, Texts.millis(Texts.median(nanos))),
                new Row(
                        "b",
                        "observation to crossing p99, " + when,
                        size,
                        Texts.millis(p99),
                        "<= " + Texts.millis(target * 1e6),
                        p99 <= target * 1e6));
    }

    private List<Double> probes(int loadPods) {
        site.cluster().wipe();
        Fleet load = Fleet.of(Math.max(1, loadPods), TEAMS);
        int partitions = site.cluster().partitions(Topics.PODS);
        String name = "latency-" + loadPods;
        try (LedgerProcess ledger = site.ledger(
                        name, load.config() + Probe.CONFIG, Map.of("QUARKUS_KAFKA_STREAMS_APPLICATION_ID", name));
                Teller teller = new Teller(site.cluster().bootstrapServers(), partitions);
                Teller background = new Teller(site.cluster().bootstrapServers(), partitions);
                CrossingLog crossings = site.crossings()) {
            ledger.awaitReady();
            Probe probe = new Probe();
            probe.tell(teller, 0, BEGIN);
            List<Double> taken = new ArrayList<>();
            for (int poll = 1; poll <= WARMING + PROBES; poll++) {
                int number = poll;
                Instant at = at(poll);
                CompletableFuture<Void> loading = loadPods == 0
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.runAsync(() -> tellOverASecond(background, load, number));
                LockSupport.parkNanos(chance.nextLong(SECOND.toNanos() / 5));
                long begun = System.nanoTime();
                probe.tell(teller, poll, at);
                long nanos = crossings.await(at, ledger.child()) - begun;
                loading.join();
                if (poll > WARMING) {
                    taken.add((double) nanos);
                }
            }
            return taken;
        }
    }

    private static Instant at(int poll) {
        return BEGIN.plus(Probe.STEP.multipliedBy(poll));
    }

    /** A poll of the whole fleet, spread evenly. */
    private static void tellOverASecond(Teller teller, Fleet fleet, int poll) {
        Instant at = at(poll);
        long begun = System.nanoTime();
        teller.poll(fleet, at, pod -> {
            if (pod % BURST == 0) {
                long due = begun + SECOND.toNanos() * pod / fleet.pods();
                LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
            }
            return fleet.seen(pod, at, poll, 0);
        });
        teller.flush();
    }
}
