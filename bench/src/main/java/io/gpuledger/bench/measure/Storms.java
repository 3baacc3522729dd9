package io.gpuledger.bench.measure;

import io.gpuledger.bench.load.Storm;
import io.gpuledger.bench.site.Contender;
import io.gpuledger.bench.site.Hook;
import io.gpuledger.bench.site.Site;
import io.gpuledger.bench.site.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** (j) 10 000 alerts of 100 groups posted at once, beside Alertmanager itself: the same file, the same posts, one after the other. */
public final class Storms {

    private static final int ALERTS = 10_000;
    private static final int GROUPS = 100;
    private static final int BATCH = 64;
    private static final double NANOS = 1e9;

    private final Site site;
    private final Sizes sizes;

    public Storms(Site site, Sizes sizes) {
        this.site = site;
        this.sizes = sizes;
    }

    /**
     * How a storm went.
     *
     * @param posted nanoseconds until the last post was answered
     * @param told nanoseconds until every alert had been told
     */
    private record Went(double posted, double told, double processor, long mebibytes, int notifications) {}

    public List<Row> rows() {
        List<Went> ours = new ArrayList<>();
        List<Went> original = new ArrayList<>();
        for (int round = 0; round < sizes.rounds(); round++) {
            try (Hook hook = new Hook()) {
                site.original("original-" + round, routing(hook))
                        .ifPresent(contender -> original.add(went("original", contender, hook)));
            }
            try (Hook hook = new Hook()) {
                ours.add(went("ours", site.standIn("ours-" + round, routing(hook)), hook));
            }
        }
        List<Row> rows = new ArrayList<>(rows("stand-in", ours));
        if (original.isEmpty()) {
            System.out.println("  no prometheus-alertmanager on the PATH: nothing to compare with");
        } else {
            rows.addAll(rows("Alertmanager", original));
        }
        return rows;
    }

    private static String routing(Hook hook) {
        return """
                route: {receiver: d, group_by: [owner], group_wait: 1s, group_interval: 1s, repeat_interval: 4h}
                receivers: [{name: d, webhook_configs: [{url: '%s'}]}]
                """.formatted(hook.url());
    }

    private static Went went(String who, Contender contender, Hook hook) {
        try (contender) {
            contender.awaitReady();
            Duration before = contender.processorTime();
            Storm storm = new Storm("storm", ALERTS, GROUPS);
            long begun = System.nanoTime();
            storm.post(contender.base(), BATCH);
            long posted = System.nanoTime();
            Waiting.until("every alert was told", () -> hook.alerts() == ALERTS, contender.child());
            Went went = new Went(
                    posted - begun,
                    hook.lastAt() - begun,
                    contender.processorTime().minus(before).toNanos(),
                    contender.peakMebibytes(),
                    hook.notifications());
            System.out.println("  " + who + ": posted in " + Texts.millis(went.posted) + ", told in "
                    + Texts.millis(went.told) + " by " + went.notifications + " notifications, processor "
                    + Texts.millis(went.processor) + ", memory " + went.mebibytes + " MiB");
            return went;
        }
    }

    private static List<Row> rows(String who, List<Went> all) {
        String size = Texts.count(ALERTS) + " alerts of " + GROUPS + " groups";
        return List.of(
                Row.figure("j", who + ": posts answered", size, seconds(all, Went::posted)),
                Row.figure("j", who + ": everything told", size, seconds(all, Went::told)),
                Row.figure("j", who + ": processor time", size, seconds(all, Went::processor)),
                Row.figure("j", who + ": peak memory", size, middle(all, Went::mebibytes) + " MiB"),
                Row.figure("j", who + ": notifications", size, middle(all, Went::notifications)));
    }

    private static String seconds(List<Went> all, ToDoubleFunction<Went> figure) {
        return Texts.ratio(Texts.median(all.stream().map(figure::applyAsDouble).toList()) / NANOS) + " s";
    }

    private static String middle(List<Went> all, ToDoubleFunction<Went> figure) {
        return Texts.count(Texts.median(all.stream().map(figure::applyAsDouble).toList()));
    }
}
