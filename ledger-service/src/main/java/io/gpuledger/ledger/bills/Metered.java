package io.gpuledger.ledger.bills;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.Use;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.rating.Charge;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.rating.Stretch;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was metered of a resource in some time, by whose it was.
 *
 * @param held by share; in a stable order
 */
record Metered(NavigableMap<Share, Held> held) {

    /** Whose it was; the cell's component is {@code adjustment}, for a bill does not tell compute from storage. */
    record Share(Cell cell, @Nullable Use use, @Nullable String job) {

        private static final Comparator<Share> STABLE = Comparator.comparing(Share::toString);

        static Share of(Charge charge) {
            Cell cell = charge.cell();
            return new Share(
                    new Cell(
                            cell.owner(),
                            cell.project(),
                            cell.costCentre(),
                            cell.account(),
                            cell.cluster(),
                            cell.sku(),
                            cell.tier(),
                            Component.ADJUSTMENT),
                    charge.use(),
                    charge.job());
        }
    }

    /** What it cost, and the GPU time. */
    record Held(BigInteger cost, BigInteger gpuTime) {
        Held plus(Held other) {
            return new Held(cost.add(other.cost), gpuTime.add(other.gpuTime));
        }
    }

    static Metered in(List<Span> time, List<Stretch> stretches) {
        NavigableMap<Share, Held> held = new TreeMap<>(Share.STABLE);
        for (Stretch stretch : stretches) {
            long millis = time.stream()
                    .map(stretch.span()::within)
                    .filter(span -> !span.isEmpty())
                    .mapToLong(span -> span.until() - span.from())
                    .sum();
            if (millis > 0) {
                Charge charge = stretch.charge();
                Held more = new Held(
                        Money.of(charge.rate(), millis).units(),
                        GpuTime.of(charge.milliGpus(), millis).units());
                held.merge(Share.of(charge), more, Held::plus);
            }
        }
        return new Metered(held);
    }

    /**
     * What there was nearest to a period in which nothing was metered: whoever had the resource then is billed for it. Of two
     * equally near the later is meant. Nothing where the resource was never seen.
     */
    static Metered nearest(Span period, List<Stretch> stretches) {
        return stretches.stream()
                .map(Stretch::span)
                .min(Comparator.<Span>comparingLong(span -> distance(period, span))
                        .thenComparing(Comparator.comparingLong(Span::from).reversed())
                        .thenComparingLong(Span::until))
                .map(span -> in(List.of(new Span(span.from(), Math.min(span.until(), span.from() + 1))), stretches))
                .orElseGet(() -> in(List.of(), List.of()));
    }

    private static long distance(Span period, Span span) {
        return Math.max(0, Math.max(span.from() - period.until(), period.from() - span.until()));
    }

    Money cost() {
        return new Money(held.values().stream().map(Held::cost).reduce(BigInteger.ZERO, BigInteger::add));
    }

    GpuTime gpuTime() {
        return new GpuTime(held.values().stream().map(Held::gpuTime).reduce(BigInteger.ZERO, BigInteger::add));
    }

    List<Share> shares() {
        return List.copyOf(held.keySet());
    }

    /** By cost; where it cost nothing, because its price is unknown, by GPU time; empty where nothing was metered. */
    List<BigInteger> weights() {
        if (cost().signum() > 0) {
            return held.values().stream().map(Held::cost).toList();
        }
        return gpuTime().signum() > 0
                ? held.values().stream().map(Held::gpuTime).toList()
                : List.of();
    }

    /** Whom most of it belonged to. */
    String owner() {
        List<BigInteger> weights = weights();
        String owner = Cell.UNATTRIBUTED;
        BigInteger most = BigInteger.ZERO;
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i).compareTo(most) > 0) {
                most = weights.get(i);
                owner = shares().get(i).cell().owner();
            }
        }
        return owner;
    }
}
