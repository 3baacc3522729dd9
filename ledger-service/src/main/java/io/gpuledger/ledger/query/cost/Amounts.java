package io.gpuledger.ledger.query.cost;

import com.fasterxml.jackson.annotation.JsonIgnore;
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

    private static final int OVERHEAD = 3;
    static final int ESTIMATED = 5;
    static final int GPUS = ESTIMATED + 1;
    static final int ALLOCATED = ESTIMATED + 2;
    static final int UNPRICED = ESTIMATED + 3;
    static final int COLUMNS = ESTIMATED + 4;

    static final Amounts NOTHING = new Amounts(Collections.nCopies(COLUMNS, BigInteger.ZERO));

    /** Where the cost of a component stands. */
    static int column(Component component) {
        return switch (component) {
            case COMPUTE -> 0;
            case STORAGE -> 1;
            case NETWORK -> 2;
            case OVERHEAD -> OVERHEAD;
            case ADJUSTMENT -> 4;
        };
    }

    public Amounts plus(Amounts other) {
        if (isNothing() || other.isNothing()) {
            return isNothing() ? other : this;
        }
        List<BigInteger> sums = new ArrayList<>(COLUMNS);
        for (int i = 0; i < COLUMNS; i++) {
            sums.add(units.get(i).add(other.units.get(i)));
        }
        return new Amounts(sums);
    }

    @JsonIgnore
    public boolean isNothing() {
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
        return new Money(units.get(OVERHEAD));
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
