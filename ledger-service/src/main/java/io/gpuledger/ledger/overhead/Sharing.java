package io.gpuledger.ledger.overhead;

import io.gpuledger.common.config.Overhead;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.value.Apportionment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// an overhead's rate, the usage of an hour -> a rate for each cell; together they are the rate, to the last
/// nano-dollar
public final class Sharing {

    private static final int DECIMALS = 9;

    private final Overhead overhead;

    public Sharing(Overhead overhead) {
        this.overhead = overhead;
    }

    /** @param usage by cell of the component overhead */
    public SortedMap<Cell, Long> split(long nanoDollars, SortedMap<Cell, Usage> usage) {
        SortedMap<Cell, Usage> among = Usage.byCell();
        usage.forEach((cell, used) -> {
            if (bears(cell)) {
                among.put(cell, used);
            }
        });
        SortedMap<Cell, Long> shares = Usage.byCell();
        switch (overhead.shareBy()) {
            case GPU_HOURS -> add(shares, apportion(nanoDollars, weights(among, Sharing::gpuTime)));
            case COST -> add(shares, apportion(nanoDollars, weights(among, Sharing::cost)));
            case EQUALLY -> byOwner(shares, apportion(nanoDollars, equally(among)), among);
            case FIXED -> byOwner(shares, apportion(nanoDollars, fixed()), among);
        }
        if (shares.isEmpty() && nanoDollars != 0) {
            shares.put(OwnCell.of(overhead), nanoDollars);
        }
        return shares;
    }

    private boolean bears(Cell cell) {
        return overhead.among().holds(cell.owner(), cell.account().toString(), cell.cluster(), cell.sku());
    }

    /** An owner's part goes to its cells by GPU time; where it used none, by cost; where it used nothing, to one of its own. */
    private void byOwner(SortedMap<Cell, Long> shares, Map<String, Long> parts, SortedMap<Cell, Usage> usage) {
        Map<String, SortedMap<Cell, Usage>> byOwner = new HashMap<>();
        usage.forEach((cell, used) ->
                byOwner.computeIfAbsent(cell.owner(), owner -> Usage.byCell()).put(cell, used));
        parts.forEach((owner, part) -> {
            SortedMap<Cell, Usage> own = byOwner.getOrDefault(owner, Usage.byCell());
            Map<Cell, Long> split = apportion(part, weights(own, Sharing::gpuTime));
            if (split.isEmpty()) {
                split = apportion(part, weights(own, Sharing::cost));
            }
            add(shares, split.isEmpty() ? Map.of(OwnCell.of(overhead, owner), part) : split);
        });
    }

    private static void add(SortedMap<Cell, Long> shares, Map<Cell, Long> parts) {
        parts.forEach((cell, part) -> {
            if (part != 0) {
                shares.merge(cell, part, Math::addExact);
            }
        });
    }

    /** By largest remainder, of equal ones the first; empty where all weights are nothing. */
    private static <K> SortedMap<K, Long> apportion(long whole, SortedMap<K, BigInteger> weights) {
        SortedMap<K, Long> parts = new TreeMap<>(weights.comparator());
        if (weights.values().stream().anyMatch(weight -> weight.signum() > 0)) {
            List<K> keys = new ArrayList<>(weights.keySet());
            List<BigInteger> split = Apportionment.split(BigInteger.valueOf(whole), List.copyOf(weights.values()));
            for (int i = 0; i < keys.size(); i++) {
                parts.put(keys.get(i), split.get(i).longValueExact());
            }
        }
        return parts;
    }

    private static SortedMap<Cell, BigInteger> weights(
            SortedMap<Cell, Usage> usage, Function<Usage, BigInteger> weight) {
        SortedMap<Cell, BigInteger> weights = Usage.byCell();
        usage.forEach((cell, used) -> weights.put(cell, weight.apply(used).max(BigInteger.ZERO)));
        return weights;
    }

    private static BigInteger gpuTime(Usage used) {
        return used.gpuTime().units();
    }

    private static BigInteger cost(Usage used) {
        return used.cost().units();
    }

    private static SortedMap<String, BigInteger> equally(SortedMap<Cell, Usage> usage) {
        SortedMap<String, BigInteger> weights = new TreeMap<>();
        usage.keySet().forEach(cell -> weights.put(cell.owner(), BigInteger.ONE));
        return weights;
    }

    private SortedMap<String, BigInteger> fixed() {
        SortedMap<String, BigInteger> weights = new TreeMap<>();
        overhead.shares()
                .forEach((owner, share) ->
                        weights.put(owner, share.movePointRight(DECIMALS).toBigIntegerExact()));
        return weights;
    }
}
