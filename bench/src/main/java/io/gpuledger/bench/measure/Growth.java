package io.gpuledger.bench.measure;

import io.gpuledger.bench.load.Fleet;
import io.gpuledger.bench.site.Site;
import java.util.ArrayList;
import java.util.List;

/** (f) the cost of an observation that changes nothing, for fleets ten and a hundred times as large. */
public final class Growth {

    private static final int[] FLEETS = {1_000, 10_000, 100_000};
    private static final int TEAMS = 20;
    private static final int POLLS_MIN = 4;

    /** What counts as flat: the largest fleet's observation costs at most so many times the smallest one's. */
    private static final double FLAT = 1.5;

    private final Site site;
    private final Sizes sizes;

    public Growth(Site site, Sizes sizes) {
        this.site = site;
        this.sizes = sizes;
    }

    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        for (int pods : FLEETS) {
            double nanos = 1e9 / perSecond(pods);
            costs.add(nanos);
            String size = Texts.count(pods) + " pods";
            rows.add(Row.figure("f", "unchanged: per observation", size, Texts.count(nanos) + " ns"));
        }
        double ratio = costs.getLast() / costs.getFirst();
        rows.add(new Row(
                "f", "100 000 pods / 1 000 pods", "", Texts.ratio(ratio), "<= " + Texts.ratio(FLAT), ratio <= FLAT));
        return rows;
    }

    private double perSecond(int pods) {
        int polls = Math.max(POLLS_MIN, sizes.observations() / pods);
        Race race = new Race(site, Fleet.of(pods, TEAMS), polls, false);
        List<Double> rounds = new ArrayList<>();
        for (int round = 0; round < sizes.rounds(); round++) {
            rounds.add(race.ledger());
        }
        return Texts.median(rounds);
    }
}
