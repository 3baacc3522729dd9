package io.gpuledger.ledger.bills;

import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.rating.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A period for which usage was billed, and all the lines that bill it: together they say what was charged.
 *
 * @param own the time of it that no shorter period bills
 * @param within what shorter periods inside of it bill already
 */
record Period(Span span, List<BillLine> lines, List<Span> own, Money within) {

    private static final Comparator<Span> SHORTEST =
            Comparator.comparingLong((Span span) -> span.until() - span.from()).thenComparingLong(Span::from);

    /**
     * The periods of lines of usage, shortest first. Each moment belongs to the shortest period it is in; what a period bills is
     * contained in the next longer one that it lies in.
     */
    static List<Period> of(List<BillLine> usage) {
        NavigableMap<Span, List<BillLine>> bySpan = new TreeMap<>(SHORTEST);
        usage.forEach(line ->
                bySpan.computeIfAbsent(span(line), span -> new ArrayList<>()).add(line));
        NavigableMap<Span, Money> within = within(bySpan);
        NavigableMap<Long, Span> taken = new TreeMap<>();
        List<Period> periods = new ArrayList<>();
        bySpan.forEach((span, lines) -> {
            List<Span> own = left(span, taken);
            own.forEach(piece -> taken.put(piece.from(), piece));
            periods.add(new Period(span, List.copyOf(lines), own, within.getOrDefault(span, Money.ZERO)));
        });
        return periods;
    }

    static Span span(BillLine line) {
        return new Span(line.from().toEpochMilli(), line.until().toEpochMilli());
    }

    private static NavigableMap<Span, Money> within(NavigableMap<Span, List<BillLine>> bySpan) {
        NavigableMap<Span, Money> within = new TreeMap<>(SHORTEST);
        bySpan.forEach((span, lines) -> bySpan.tailMap(longerThan(span), true).keySet().stream()
                .filter(longer -> longer.from() <= span.from() && span.until() <= longer.until())
                .findFirst()
                .ifPresent(longer -> within.merge(longer, total(lines), Money::plus)));
        return within;
    }

    /** Before all periods that are longer: none as long as another one lies in it. */
    private static Span longerThan(Span span) {
        return new Span(0, span.until() - span.from() + 1);
    }

    private static Money total(List<BillLine> lines) {
        return lines.stream().map(BillLine::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What is left of a span beside those that are taken, none of which meet. */
    private static List<Span> left(Span span, NavigableMap<Long, Span> taken) {
        List<Span> left = new ArrayList<>();
        Long before = taken.floorKey(span.from());
        long from = span.from();
        for (Span other : taken.subMap(before == null ? span.from() : before, true, span.until(), false)
                .values()) {
            if (other.from() > from) {
                left.add(new Span(from, other.from()));
            }
            from = Math.max(from, other.until());
        }
        if (from < span.until()) {
            left.add(new Span(from, span.until()));
        }
        return left;
    }
}
