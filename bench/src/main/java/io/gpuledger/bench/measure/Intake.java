package io.gpuledger.bench.measure;

import io.gpuledger.bench.load.CrossingTeller;
import io.gpuledger.bench.site.LedgerProcess;
import io.gpuledger.bench.site.Site;
import io.gpuledger.bench.site.Waiting;
import io.gpuledger.common.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** (h) alerts per second through the desk; (i) how much of its heap a group and its one alert hold. */
public final class Intake {

    private static final String GROUP = "alert-service";
    private static final int ALERTS = 20_000;
    private static final int GROUPS = 200;
    private static final int TIMES = 5;
    private static final double MEBIBYTE = 1 << 20;
    private static final String ROUTING = """
            route: {receiver: nobody, group_by: [%s], group_wait: 1s, group_interval: 1m}
            receivers: [{name: nobody}]
            """;

    private final Site site;

    public Intake(Site site) {
        this.site = site;
    }

    public List<Row> throughput() {
        site.cluster().wipe();
        try (LedgerProcess alerts = site.alerts("intake", ROUTING.formatted("owner"));
                CrossingTeller teller = new CrossingTeller(site.cluster().bootstrapServers())) {
            alerts.awaitReady();
            List<Double> perSecond = new ArrayList<>();
            for (int time = 0; time < TIMES; time++) {
                long begun = System.nanoTime();
                told(teller, alerts, GROUPS);
                perSecond.add(ALERTS * 1e9 / (System.nanoTime() - begun));
                System.out.println("  " + Texts.count(perSecond.getLast()) + " alerts/s");
            }
            String size = Texts.count(ALERTS) + " alerts of " + GROUPS + " groups, told " + TIMES + " times";
            return List.of(
                    Row.figure("h", "alerts through the desk, the first time", size, rate(perSecond.getFirst())),
                    Row.figure("h", "alerts through the desk, median of the others", size, rate(later(perSecond))));
        }
    }

    private static double later(List<Double> perSecond) {
        return Texts.median(perSecond.subList(1, perSecond.size()));
    }

    private static String rate(double perSecond) {
        return Texts.count(perSecond) + " alerts/s";
    }

    public List<Row> held() {
        site.cluster().wipe();
        try (LedgerProcess alerts = site.alerts("held", ROUTING.formatted("pod"));
                CrossingTeller teller = new CrossingTeller(site.cluster().bootstrapServers())) {
            alerts.awaitReady();
            double before = alerts.heapInUse();
            told(teller, alerts, GROUPS);
            double bytes = alerts.heapInUse() - before;
            String size = Texts.count(ALERTS) + " groups of one alert";
            return List.of(Row.figure(
                    "i",
                    "groups held per MiB of heap",
                    size,
                    Texts.count(ALERTS / (bytes / MEBIBYTE)) + " groups/MiB"));
        }
    }

    /** Returns when the desk has committed to have read them. */
    private void told(CrossingTeller teller, LedgerProcess alerts, int groups) {
        Instant now = Instant.now();
        for (int alert = 0; alert < ALERTS; alert++) {
            teller.believed(alert, groups, now);
        }
        teller.flush();
        long all = site.cluster().written(Topics.ALERTS);
        Waiting.until(
                "the desk has read " + all,
                () -> site.cluster().committed(GROUP, Topics.ALERTS) >= all,
                alerts.child());
    }
}
