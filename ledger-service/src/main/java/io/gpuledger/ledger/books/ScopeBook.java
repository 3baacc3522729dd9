package io.gpuledger.ledger.books;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.Use;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.line.Item;
import io.gpuledger.ledger.books.line.StepLine;
import io.gpuledger.ledger.books.line.Sums;
import io.gpuledger.ledger.books.line.Wide;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The book of one scope: its entries, on one line for each strand. */
public final class ScopeBook implements Lines {

    private final Spellings spellings;
    private final Map<Strand, StepLine> lines = new HashMap<>();

    ScopeBook(Spellings spellings) {
        this.spellings = spellings;
    }

    void put(Entry entry) {
        StepLine line = lines.get(entry.strand());
        if (line == null) {
            line = new StepLine();
            lines.put(spellings.kept(entry.strand()), line);
        }
        line.put(spellings.item(entry));
    }

    void remove(Entry entry) {
        StepLine line = lines.get(entry.strand());
        Item place = spellings.place(entry);
        if (line != null && place != null) {
            line.remove(place);
            if (line.size() == 0) {
                lines.remove(entry.strand());
            }
        }
    }

    /** The entry that another one of the same place would be added to. */
    public @Nullable Entry find(Entry entry) {
        StepLine line = lines.get(entry.strand());
        Item place = spellings.place(entry);
        Item found = line == null || place == null ? null : line.find(place);
        return found == null ? null : spellings.entry(entry.strand(), found);
    }

    public Map<Strand, StepLine> lines() {
        return Collections.unmodifiableMap(lines);
    }

    public Spellings spellings() {
        return spellings;
    }

    public int size() {
        return lines.values().stream().mapToInt(StepLine::size).sum();
    }

    /** Shows the entries before an instant of the strands that are wanted; in time order within a strand. */
    public void each(long until, Predicate<Strand> wanted, Consumer<Entry> visitor) {
        lines.forEach((strand, line) -> {
            if (wanted.test(strand)) {
                line.visit(until, row -> visitor.accept(spellings.entry(strand, row.item())));
            }
        });
    }

    @Override
    public Total between(long from, long until) {
        return between(from, until, ScopeBook::isDirect);
    }

    @Override
    public Total reconciled(long from, long until) {
        return between(from, until, strand -> strand.reconciled() && isDirect(strand));
    }

    /** What was spent in {@code [from, until)} on the strands that are wanted. */
    public Total between(long from, long until, Predicate<Strand> wanted) {
        Sums begin = new Sums();
        Sums end = new Sums();
        lines.forEach((strand, line) -> {
            if (wanted.test(strand)) {
                line.addBefore(from, begin);
                line.addBefore(until, end);
            }
        });
        return total(begin, from, end, until);
    }

    @Override
    public Map<Component, Total> byComponent(long from, long until) {
        return new TreeMap<>(by(strand -> strand.cell().component(), from, until));
    }

    /** What was spent directly in {@code [from, until)} by cells of one component, which stands for all; none is nothing. */
    public Map<Cell, Total> directByCell(Component component, long from, long until) {
        return by(strand -> isDirect(strand) ? strand.cell().of(component) : null, from, until);
    }

    /** The part of it that jobs held. */
    public Map<Cell, Total> ofJobsByCell(Component component, long from, long until) {
        return by(
                strand -> isDirect(strand) && strand.use() == Use.JOB
                        ? strand.cell().of(component)
                        : null,
                from,
                until);
    }

    /** @param key nothing where a strand is left out */
    private <K> Map<K, Total> by(Function<Strand, @Nullable K> key, long from, long until) {
        Map<K, Sums> begins = new HashMap<>();
        Map<K, Sums> ends = new HashMap<>();
        lines.forEach((strand, line) -> {
            @Nullable K one = key.apply(strand);
            if (one != null) {
                line.addBefore(from, begins.computeIfAbsent(one, k -> new Sums()));
                line.addBefore(until, ends.computeIfAbsent(one, k -> new Sums()));
            }
        });
        Map<K, Total> totals = new HashMap<>();
        begins.forEach((one, begin) -> {
            Total total = total(begin, from, ends.getOrDefault(one, begin), until);
            if (!total.isNothing()) {
                totals.put(one, total);
            }
        });
        return totals;
    }

    private static Total total(Sums begin, long from, Sums end, long until) {
        return new Total(
                new Money(spent(begin, from, end, until, Sums.COST)),
                new GpuTime(spent(begin, from, end, until, Sums.GPUS)),
                new GpuTime(spent(begin, from, end, until, Sums.UNPRICED)));
    }

    private static BigInteger spent(Sums begin, long from, Sums end, long until, int column) {
        long[] sum = new long[4];
        begin.addSpentBy(from, column, sum, 0);
        end.addSpentBy(until, column, sum, 2);
        return Wide.at(sum, 2).subtract(Wide.at(sum, 0));
    }

    @Override
    public HourlyRate rateAt(long at) {
        Sums sums = new Sums();
        lines.forEach((strand, line) -> {
            if (isDirect(strand)) {
                line.addBefore(at + 1, sums);
            }
        });
        long[] rate = new long[2];
        sums.addRate(Sums.COST, rate, 0);
        return HourlyRate.ofNanoDollars(new BigDecimal(Wide.at(rate, 0)));
    }

    @Override
    public long busyFrom(long at) {
        long first = Long.MAX_VALUE;
        Sums sums = new Sums();
        for (StepLine line : lines.values()) {
            sums.clear();
            StepLine.Walk walk = line.walk();
            walk.to(at, sums);
            first = Math.min(first, sums.ratesAreZero() ? walk.next() : at);
        }
        return first;
    }

    /** Direct cost that belongs to nobody. */
    public static boolean isUnattributed(Strand strand) {
        return isDirect(strand) && strand.cell().owner().equals(Cell.UNATTRIBUTED);
    }

    /** Direct cost is all but overheads. */
    public static boolean isDirect(Strand strand) {
        return strand.cell().component() != Component.OVERHEAD;
    }
}
