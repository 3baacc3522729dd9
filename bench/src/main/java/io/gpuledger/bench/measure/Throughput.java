package io.gpuledger.bench.measure;

import io.gpuledger.bench.load.Fleet;
import io.gpuledger.bench.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** (a) observations per second through the meter, beside a bare consumer and a windowed count of the same records. */
public final class Throughput {

    private static final double OF_BARE_CONSUMER = 0.5;
    private static final double OF_WINDOWED_COUNT = 2;
    private static final int TEAMS = 20;
    private static final int CHANGING_POLLS_MIN = 4;
    private static final int CHANGING_SHARE = 10;

    private final Site site;
    private final Sizes sizes;

    public Throughput(Site site, Sizes sizes) {
        this.site = site;
        this.sizes = sizes;
    }

    /** What three runners reached, each the median of the rounds. */
    private record Finish(long observations, double bare, double count, double ledger) {}

    public List<Row> rows() {
        int polls = Math.max(CHANGING_POLLS_MIN, sizes.observations() / sizes.pods());
        Finish unchanged = run(sizes.pods(), polls, false);
        int changing = Math.max(CHANGING_POLLS_MIN, polls / CHANGING_SHARE);
        Finish changed = run(sizes.pods() / CHANGING_SHARE, changing * CHANGING_SHARE, true);
        List<Row> rows = new ArrayList<>(told("unchanged", unchanged, sizes.pods()));
        rows.addAll(told("every one changed", changed, sizes.pods() / CHANGING_SHARE)
                .subList(0, 3));
        rows.add(ratio("unchanged: meter / bare consumer", unchanged.ledger / unchanged.bare, OF_BARE_CONSUMER));
        rows.add(ratio("unchanged: meter / windowed count", unchanged.ledger / unchanged.count, OF_WINDOWED_COUNT));
        rows.add(Row.figure("a", "changed: meter / windowed count", "", Texts.ratio(changed.ledger / changed.count)));
        return rows;
    }

    private Finish run(int pods, int polls, boolean changing) {
        Race race = new Race(site, Fleet.of(pods, TEAMS), polls, changing);
        List<Race> rounds = java.util.Collections.nCopies(sizes.rounds(), race);
        List<Double> bare = new ArrayList<>();
        List<Double> count = new ArrayList<>();
        List<Double> ledger = new ArrayList<>();
        for (Race round : rounds) {
            bare.add(told("bare consumer", round, Race::bareConsumer));
            count.add(told("windowed count", round, Race::windowedCount));
            ledger.add(told("ledger", round, Race::ledger));
        }
        return new Finish(race.observations(), Texts.median(bare), Texts.median(count), Texts.median(ledger));
    }

    private static double told(String runner, Race race, ToDoubleFunction<Race> run) {
        double perSecond = run.applyAsDouble(race);
        System.out.println("  " + runner + ": " + Texts.count(perSecond) + " records/s");
        return perSecond;
    }

    private static List<Row> told(String what, Finish finish, int pods) {
        String size = Texts.count((double) finish.observations) + " observations of " + Texts.count(pods) + " pods";
        return List.of(
                Row.figure("a", what + ": bare consumer", size, Texts.count(finish.bare) + " records/s"),
                Row.figure("a", what + ": windowed count", size, Texts.count(finish.count) + " records/s"),
                Row.figure("a", what + ": meter", size, Texts.count(finish.ledger) + " records/s"));
    }

    private static Row ratio(String what, double ratio, double wanted) {
        return new Row("a", what, "", Texts.ratio(ratio), ">= " + Texts.ratio(wanted), ratio >= wanted);
    }
}
