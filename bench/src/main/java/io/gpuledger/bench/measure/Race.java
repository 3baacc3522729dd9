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

/**
 * Lets the ledger and its rivals read the same records, one after the other. All are written before a run; but the
 * larger part is not committed, and so not seen, before the runner is done with the first.
 */
final class Race {

    /** The first fifth is for the compiler, and holds the first poll, in which everything is new. */
    private static final int WARMING_SHARE = 5;

    private static final int WARMING_POLLS_MIN = 2;

    /** Where fewer wait the books have caught up: each poll and each commit makes some. */
    private static final int POSTINGS_LEFT = 200;

    private static final Instant BEGIN = Instant.parse("2026-11-02T00:00:00Z");
    private static final int SECONDS_BETWEEN_POLLS = 10;

    private static final AtomicInteger RUNS = new AtomicInteger();

    private final Site site;
    private final Fleet fleet;
    private final int polls;
    private final boolean changing;

    /** Polls in which nothing changes, or everything does. */
    Race(Site site, Fleet fleet, int polls, boolean changing) {
        this.site = site;
        this.fleet = fleet;
        this.polls = polls;
        this.changing = changing;
    }

    long observations() {
        return (long) polls * fleet.pods();
    }

    /** Records per second of the bare consumer. */
    double bareConsumer() {
        return run("bare", group -> site.rival(BareConsumer.class, bootstrapServers(), group));
    }

    double windowedCount() {
        return run("count", group -> site.rival(WindowedCount.class, bootstrapServers(), group, state(group)));
    }

    double ledger() {
        return run(
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

    /** Every run has topics and a group of its own, so that none begins where another ended. */
    private double run(String runner, Function<String, Child> start) {
        String group = runner + "-" + RUNS.incrementAndGet();
        site.cluster().wipe();
        int partitions = site.cluster().partitions(Topics.PODS);
        int warming = Math.max(polls / WARMING_SHARE, WARMING_POLLS_MIN);
        try (Teller teller = Teller.inTransactions(bootstrapServers(), partitions)) {
            teller.begin();
            tell(teller, 0, warming);
            teller.commit();
            long warm = site.cluster().written(Topics.PODS) - partitions;
            teller.begin();
            tell(teller, warming, polls);
            teller.flush();
            long all = site.cluster().written(Topics.PODS) - partitions;
            try (Child running = start.apply(group)) {
                await(running, group, warm);
                Waiting.until("the books have caught up", () -> isBooked(group), running);
                long begun = System.nanoTime();
                teller.commit();
                await(running, group, all);
                return (all - warm) * 1e9 / (System.nanoTime() - begun);
            }
        }
    }

    private void tell(Teller teller, int from, int until) {
        for (int poll = from; poll < until; poll++) {
            int number = poll;
            Instant at = BEGIN.plusSeconds((long) poll * SECONDS_BETWEEN_POLLS);
            teller.poll(fleet, at, pod -> fleet.seen(pod, at, number, changing ? number : 0));
        }
    }

    private void await(Child runner, String group, long records) {
        Waiting.until(
                group + " has read " + records + " records",
                () -> site.cluster().committed(group, Topics.PODS) >= records,
                runner);
    }

    /** Only the ledger has any; what it makes of the first poll it must not be paid for later. */
    private boolean isBooked(String group) {
        long left = site.cluster().written(Topics.POSTINGS) - site.cluster().committed(group, Topics.POSTINGS);
        return left < POSTINGS_LEFT;
    }
}
