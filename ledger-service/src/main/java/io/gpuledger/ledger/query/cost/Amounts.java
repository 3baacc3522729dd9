package io.gpuledger.ledger.query.cost;

import io.gpuledger.common.event.Component;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Exact amounts of a group in a window: the cost of each component in their order, then the part of it that is estimated,
 * GPU time, the part of it that jobs held, and the part that is unpriced.
 */
public record Amounts(List<BigInteger> units) {

    static final int ESTIMATED = Component.values().length;
    static final int GPUS = ESTIMATED + 1;
    static final int ALLOCATED = ESTIMATED + 2;
    static final int UNPRICED = ESTIMATED + 3;
    static final int COLUMNS = ESTIMATED + 4;

    static final Amounts NOTHING = new Amounts(Collections.nCopies(COLUMNS, BigInteger.ZERO));

    private static final List<Component> COMPONENTS = List.of(Component.values());

    /** The column of a component's cost. */
    static int column(Component component) {
        return COMPONENTS.indexOf(component);
    }

    public Amounts plus(Amounts other) {
        List<BigInteger> sums = new ArrayList<>(COLUMNS);
        for (int i = 0; i < COLUMNS; i++) {
            sums.add(units.get(i).add(other.units.get(i)));
        }
        return new Amounts(sums);
    }

    boolean isNothing() {
        return units.stream().allMatch(part -> part.signum() == 0);
    }

    /** All components together. */
    public Money cost() {
        BigInteger cost = BigInteger.ZERO;
        for (int component = 0; component < ESTIMATED; component++) {
            cost = cost.add(units.get(component));
        }
        return new Money(cost);
    }

    public Money overhead() {
        return new Money(units.get(column(Component.OVERHEAD)));
    }

    Map<Component, Money> components() {
        Map<Component, Money> components = new TreeMap<>();
        for (Component component : Component.values()) {
            BigInteger part = units.get(column(component));
            if (part.signum() != 0) {
                components.put(component, new Money(part));
            }
        }
        return components;
    }

    Money estimated() {
        return new Money(units.get(ESTIMATED));
    }

    public GpuTime gpuTime() {
        return new GpuTime(units.get(GPUS));
    }

    public GpuTime allocated() {
        return new GpuTime(units.get(ALLOCATED));
    }

    GpuTime unpriced() {
        return new GpuTime(units.get(UNPRICED));
    }
}
