package io.gpuledger.ledger.overhead;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a cell used in an hour: GPU time and direct cost, overheads not among it.
 *
 * @param cost may be below zero where a credit was given
 */
public record Usage(GpuTime gpuTime, Money cost) {

    public static final Usage NOTHING = new Usage(GpuTime.ZERO, Money.ZERO);

    /** The stable order in which cells get what is left over. */
    public static final Comparator<Cell> CELL_ORDER = Comparator.comparing(Cell::owner)
            .thenComparing(text(Cell::project))
            .thenComparing(text(Cell::costCentre))
            .thenComparing(cell -> cell.account().toString())
            .thenComparing(text(Cell::cluster))
            .thenComparing(text(Cell::sku))
            .thenComparing(Cell::tier)
            .thenComparing(Cell::component);

    public Usage plus(Usage other) {
        return new Usage(gpuTime.plus(other.gpuTime), cost.plus(other.cost));
    }

    public boolean isNothing() {
        return gpuTime.signum() == 0 && cost.signum() == 0;
    }

    private static Comparator<Cell> text(Function<Cell, @Nullable String> part) {
        return Comparator.comparing(part, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    /** An empty map that keeps cells in their order. */
    public static <V> SortedMap<Cell, V> byCell() {
        return new TreeMap<>(CELL_ORDER);
    }
}
