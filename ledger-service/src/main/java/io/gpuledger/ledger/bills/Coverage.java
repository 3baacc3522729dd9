package io.gpuledger.ledger.bills;

import io.gpuledger.common.event.BillLine;
import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.rating.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// what is due for a resource, the lines of its bills -> the same, what bills cover told apart from what they do not
///
/// A period of usage is covered: with its adjustment it costs what was billed. A credit covers none.
public final class Coverage {

    /** By where they begin; none meets the next. */
    private final NavigableMap<Long, Span> covered = new TreeMap<>();

    private Coverage(BillBook bills) {
        bills.lines().values().stream()
                .filter(line -> line.kind() == BillLine.Kind.USAGE)
                .map(Period::span)
                .forEach(this::cover);
    }

    /** What is due is as much as before, in every cell and at every instant. */
    public static Due mark(Due due, BillBook bills) {
        Coverage coverage = new Coverage(bills);
        if (coverage.covered.isEmpty()) {
            return due;
        }
        List<Stretch> marked = new ArrayList<>();
        due.stretches().forEach(stretch -> coverage.mark(stretch, marked));
        return new Due(marked, due.impulses());
    }

    private void cover(Span span) {
        long from = span.from();
        long until = span.until();
        for (Span met = met(from, until); met != null; met = met(from, until)) {
            from = Math.min(from, met.from());
            until = Math.max(until, met.until());
            covered.remove(met.from());
        }
        covered.put(from, new Span(from, until));
    }

    /** One that has an instant or an end in common. */
    private @Nullable Span met(long from, long until) {
        Map.Entry<Long, Span> before = covered.floorEntry(until);
        return before == null || before.getValue().until() < from ? null : before.getValue();
    }

    private void mark(Stretch stretch, List<Stretch> marked) {
        long from = stretch.span().from();
        Long first = covered.floorKey(from);
        for (Span span : covered.tailMap(first == null ? from : first, true).values()) {
            Span both = span.within(stretch.span());
            if (span.from() >= stretch.span().until()) {
                break;
            }
            if (!both.isEmpty()) {
                add(stretch, new Span(from, both.from()), false, marked);
                add(stretch, both, true, marked);
                from = both.until();
            }
        }
        add(stretch, new Span(from, stretch.span().until()), false, marked);
    }

    private static void add(Stretch of, Span span, boolean billed, List<Stretch> marked) {
        if (!span.isEmpty()) {
            marked.add(new Stretch(span, of.name(), billed ? of.charge().billed() : of.charge(), of.cause()));
        }
    }
}
