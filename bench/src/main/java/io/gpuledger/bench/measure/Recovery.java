package io.gpuledger.bench.measure;

import io.gpuledger.bench.load.Fleet;
import io.gpuledger.bench.load.Teller;
import io.gpuledger.bench.site.LedgerProcess;
import io.gpuledger.bench.site.LedgerProcess.Answer;
import io.gpuledger.bench.site.Site;
import io.gpuledger.bench.site.Waiting;
import io.gpuledger.common.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** (e) from a {@code kill -9} until the same whole answer is given again: by the instance started anew, and by one that stood by. */
public final class Recovery {

    private static final int TEAMS = 20;
    private static final int PODS_SHARE = 10;
    private static final int POLLS = 24;
    private static final int OK = 200;
    private static final double TARGET_STANDBY_SECONDS = 2;
    private static final double TARGET_RESTART_SECONDS = 10;
    private static final Instant BEGIN = Instant.parse("2026-11-02T00:00:00Z");
    private static final Duration BETWEEN_POLLS = Duration.ofMinutes(1);
    private static final Duration SETTLING = Duration.ofSeconds(15);
    private static final Map<String, String> ALONE = Map.of();
    private static final Map<String, String> STANDBY = Map.of("GPU_LEDGER_STANDBY_REPLICAS", "1");

    private final Site site;
    private final Sizes sizes;
    private final Fleet fleet;

    public Recovery(Site site, Sizes sizes) {
        this.site = site;
        this.sizes = sizes;
        this.fleet = Fleet.of(sizes.pods() / PODS_SHARE, TEAMS);
    }

    public List<Row> rows() {
        return List.of(
                row("restarted", TARGET_RESTART_SECONDS, restarted()),
                row("by a standby", TARGET_STANDBY_SECONDS, byStandby()));
    }

    private Row row(String how, double target, List<Double> nanos) {
        double median = Texts.median(nanos);
        return new Row(
                "e",
                "kill -9 to the same whole answer, " + how,
                Texts.count(fleet.pods()) + " pods, " + Texts.count((double) fleet.pods() * POLLS) + " changes",
                Texts.millis(median),
                "<= " + Texts.millis(target * 1e9),
                median <= target * 1e9);
    }

    private List<Double> restarted() {
        load();
        List<Double> taken = new ArrayList<>();
        LedgerProcess ledger = site.ledger("alone", fleet.config(), ALONE);
        String whole = settled(ledger);
        for (int round = 0; round < sizes.rounds(); round++) {
            ledger.child().kill();
            long killed = System.nanoTime();
            ledger = site.ledger("alone", fleet.config(), ALONE);
            awaitSame(ledger, whole);
            taken.add(told("restarted", killed));
            LockSupport.parkNanos(SETTLING.toNanos());
        }
        ledger.close();
        return taken;
    }

    private List<Double> byStandby() {
        load();
        List<Double> taken = new ArrayList<>();
        LedgerProcess one = site.ledger("one", fleet.config(), STANDBY);
        LedgerProcess other = site.ledger("other", fleet.config(), STANDBY);
        String whole = settled(one);
        awaitSame(other, whole);
        for (int round = 0; round < sizes.rounds(); round++) {
            LockSupport.parkNanos(SETTLING.toNanos());
            one.child().kill();
            long killed = System.nanoTime();
            awaitSame(other, whole);
            taken.add(told("by a standby", killed));
            LedgerProcess again = site.ledger(round % 2 == 0 ? "one" : "other", fleet.config(), STANDBY);
            awaitSame(again, whole);
            LockSupport.parkNanos(SETTLING.toNanos());
            one = other;
            other = again;
        }
        one.close();
        other.close();
        return taken;
    }

    private static double told(String how, long killed) {
        double nanos = System.nanoTime() - killed;
        System.out.println("  " + how + ": " + Texts.millis(nanos));
        return nanos;
    }

    /** Every poll changes every pod. */
    private void load() {
        site.cluster().wipe();
        int partitions = site.cluster().partitions(Topics.PODS);
        try (Teller teller = new Teller(site.cluster().bootstrapServers(), partitions)) {
            for (int poll = 0; poll < POLLS; poll++) {
                int number = poll;
                Instant at = at(poll);
                teller.poll(fleet, at, pod -> fleet.seen(pod, at, number, number));
            }
        }
    }

    private static Instant at(int poll) {
        return BEGIN.plus(BETWEEN_POLLS.multipliedBy(poll));
    }

    /** The answer when everything has been counted. */
    private String settled(LedgerProcess ledger) {
        String end = "\"ledgerTime\":\"" + at(POLLS - 1);
        Waiting.until("everything is counted", () -> answer(ledger).body().contains(end), ledger.child());
        LockSupport.parkNanos(SETTLING.toNanos());
        return answer(ledger).body();
    }

    private static void awaitSame(LedgerProcess ledger, String whole) {
        Waiting.until(
                "the whole answer is given",
                () -> {
                    Answer answer = answer(ledger);
                    return answer.status() == OK && answer.body().equals(whole);
                },
                ledger.child());
    }

    private static Answer answer(LedgerProcess ledger) {
        return ledger.get("/v1/costs?from=" + BEGIN + "&to=" + at(POLLS - 1) + "&groupBy=owner");
    }
}
