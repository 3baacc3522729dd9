package io.gpuledger.bench.measure;

import io.gpuledger.bench.load.Fleet;
import io.gpuledger.bench.load.Teller;
import io.gpuledger.bench.rival.BareConsumer;
import io.gpuledger.bench.rival.WindowedCount;
import io.gpuledger.bench.site.Child;
import io.gpuledger.bench.site.Site;
import io.gpuledger.bench.site.Waiting;
import io.gpuledger.common.topic.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Lets the ledger and its rivals read the same records, one after the other, each from the first to the last. */
final class Race {

    /** The first fifth is for the compiler, and holds the first poll, in which everything is new. */
    private static final int WARMING_SHARE = 5;

    private static final Instant BEGIN = Instant.parse("2026-11-02T00:00:00Z");
    private static final int SECONDS_BETWEEN_POLLS = 10;

    private static final AtomicInteger RUNS = new AtomicInteger();

    private final Site site;
    private final Fleet fleet;
    private final int polls;
    private final int partitions;

    private Race(Site site, Fleet fleet, int polls) {
        this.site = site;
        this.fleet = fleet;
        this.polls = polls;
        this.partitions = site.cluster().partitions(Topics.PODS);
    }

    /** Loads an empty topic with polls in which nothing changes, or everything does. */
    static Race loaded(Site site, Fleet fleet, int polls, boolean changing) {
        site.cluster().wipe();
        Race race = new Race(site, fleet, polls);
        try (Teller teller = new Teller(site.cluster().bootstrapServers(), race.partitions)) {
            for (int poll = 0; poll < polls; poll++) {
                int number = poll;
                Instant at = BEGIN.plusSeconds((long) poll * SECONDS_BETWEEN_POLLS);
                teller.poll(fleet, at, pod -> fleet.seen(pod, at, number, changing ? number : 0));
            }
        }
        return race;
    }

    long observations() {
        return (long) polls * fleet.pods();
    }

    /** Records per second of the bare consumer. */
    double bareConsumer() {
        return after("bare", group -> site.rival(BareConsumer.class, bootstrapServers(), group));
    }

    double windowedCount() {
        return after("count", group -> site.rival(WindowedCount.class, bootstrapServers(), group, state(group)));
    }

    double ledger() {
        return after(
                "ledger",
                group -> site.ledger(group, fleet.config(), Map.of("QUARKUS_KAFKA_STREAMS_APPLICATION_ID", group))
                        .child());
    }

    private String bootstrapServers() {
        return site.cluster().bootstrapServers();
    }

    private String state(String group) {
        return site.folder().resolve(group + "-state").toString();
    }

    /** Every run has a group of its own, so that none begins where another ended. */
    private double after(String runner, Function<String, Child> start) {
        String group = runner + "-" + RUNS.incrementAndGet();
        site.cluster().wipeAllBut(Topics.PODS);
        long all = site.cluster().written(Topics.PODS);
        long warm = Math.max(all / WARMING_SHARE, 2L * (fleet.pods() + partitions));
        try (Child running = start.apply(group)) {
            Mark begun = reached(running, group, warm);
            Mark ended = reached(running, group, all);
            return (ended.records - begun.records) * 1e9 / (ended.nanos - begun.nanos);
        }
    }

    private record Mark(long records, long nanos) {}

    private Mark reached(Child runner, String group, long records) {
        long[] seen = new long[1];
        Waiting.until(
                group + " has read " + records + " records",
                () -> {
                    seen[0] = site.cluster().committed(group, Topics.PODS);
                    return seen[0] >= records;
                },
                runner);
        return new Mark(seen[0], System.nanoTime());
    }
}
