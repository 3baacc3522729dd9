package io.gpuledger.ledger.query.cost;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.line.Tally;
import io.gpuledger.ledger.books.line.Wide;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Exact amounts of a group in a window: the cost of each component in their order, then the part of it that is estimated,
 * GPU time, the part of it that jobs held, and the part that is unpriced; then the cost and the GPU time that bills cover.
 * Each is a number of 128 bits.
 */
public final class Amounts {

    private static final int OVERHEAD = 3;
    static final int ESTIMATED = 5;
    static final int GPUS = ESTIMATED + 1;
    static final int ALLOCATED = ESTIMATED + 2;
    static final int UNPRICED = ESTIMATED + 3;
    static final int RECONCILED = ESTIMATED + 4;
    static final int RECONCILED_GPUS = ESTIMATED + 5;
    static final int COLUMNS = ESTIMATED + 6;

    static final Amounts NOTHING = new Amounts(new long[2 * COLUMNS]);

    /** See {@link Wide}. */
    private final long[] numbers;

    private Amounts(long[] numbers) {
        this.numbers = numbers;
    }

    static Amounts of(Tally tally, int window) {
        return tally.isNothing(window) ? NOTHING : new Amounts(tally.numbers(window));
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Amounts read(@JsonProperty("units") List<BigInteger> units) {
        InvalidValue.unless(units != null && units.size() == COLUMNS, "units", "must be " + COLUMNS + " numbers");
        long[] numbers = new long[2 * COLUMNS];
        for (int column = 0; column < COLUMNS; column++) {
            Wide.set(numbers, 2 * column, units.get(column));
        }
        return new Amounts(numbers);
    }

    @JsonProperty("units")
    List<BigInteger> units() {
        List<BigInteger> units = new ArrayList<>(COLUMNS);
        for (int column = 0; column < COLUMNS; column++) {
            units.add(at(column));
        }
        return units;
    }

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
        long[] sums = numbers.clone();
        other.addTo(sums);
        return new Amounts(sums);
    }

    private void addTo(long[] sums) {
        for (int i = 0; i < sums.length; i += 2) {
            Wide.add(sums, i, numbers[i], numbers[i + 1]);
        }
    }

    static Amounts sum(Iterable<Amounts> parts) {
        long[] sums = new long[2 * COLUMNS];
        parts.forEach(part -> part.addTo(sums));
        return new Amounts(sums);
    }

    boolean isNothing() {
        for (long number : numbers) {
            if (number != 0) {
                return false;
            }
        }
        return true;
    }

    /** All components together. */
    public Money cost() {
        long[] cost = new long[2];
        for (int component = 0; component < ESTIMATED; component++) {
            Wide.add(cost, 0, numbers[2 * component], numbers[2 * component + 1]);
        }
        return new Money(Wide.at(cost, 0));
    }

    /** All components but overheads. */
    Money direct() {
        return cost().minus(overhead());
    }

    public Money overhead() {
        return money(OVERHEAD);
    }

    Map<Component, Money> components() {
        Map<Component, Money> components = new TreeMap<>();
        for (Component component : Component.values()) {
            if (!Wide.isZero(numbers, 2 * column(component))) {
                components.put(component, money(column(component)));
            }
        }
        return components;
    }

    Money estimated() {
        return money(ESTIMATED);
    }

    /** The part of the direct cost that bills cover. */
    Money reconciled() {
        return money(RECONCILED);
    }

    /** Bills cover all direct cost and all GPU time, and there is some. */
    boolean isReconciled() {
        boolean some = !Wide.isZero(numbers, 2 * RECONCILED) || !Wide.isZero(numbers, 2 * RECONCILED_GPUS);
        return some && reconciled().equals(direct()) && time(RECONCILED_GPUS).equals(gpuTime());
    }

    public GpuTime gpuTime() {
        return time(GPUS);
    }

    public GpuTime allocated() {
        return time(ALLOCATED);
    }

    GpuTime unpriced() {
        return time(UNPRICED);
    }

    private Money money(int column) {
        return Wide.isZero(numbers, 2 * column) ? Money.ZERO : new Money(at(column));
    }

    private GpuTime time(int column) {
        return Wide.isZero(numbers, 2 * column) ? GpuTime.ZERO : new GpuTime(at(column));
    }

    private BigInteger at(int column) {
        return Wide.at(numbers, 2 * column);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Amounts amounts && Arrays.equals(numbers, amounts.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return units().toString();
    }
}
