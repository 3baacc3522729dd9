package io.gpuledger.ledger.query.explain;

import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Entry;
import io.gpuledger.ledger.books.Rates;
import io.gpuledger.ledger.books.Strand;
import io.gpuledger.ledger.query.cost.PartialCosts.Group;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// the entries of a pod or job -> the stretches they draw
final class Segments {

    static final int SHOWN_MAX = 500;

    private final Instant from;
    private final Instant until;
    private final List<Entry> entries;
    private final List<Part.Segment> segments = new ArrayList<>();

    Segments(Instant from, Instant until, List<Entry> entries) {
        this.from = from;
        this.until = until;
        this.entries = entries;
    }

    Part part(Group group) {
        Map<Strand, List<Entry>> strands = new LinkedHashMap<>();
        entries.forEach(entry ->
                strands.computeIfAbsent(entry.strand(), s -> new ArrayList<>()).add(entry));
        strands.forEach(this::draw);
        segments.sort(Comparator.comparing(Part.Segment::from)
                .thenComparing(Part.Segment::component)
                .thenComparing(Part.Segment::until));
        entries.sort(Comparator.comparingLong(Entry::known).thenComparingLong(Entry::at));
        List<String> values = group.values();
        String name = entries.isEmpty() ? values.get(2) : entries.getLast().name();
        return new Part(
                values.get(0),
                values.get(1),
                values.get(2),
                name,
                values.get(3).isEmpty() ? null : values.get(3),
                group.cost(),
                segments.stream().limit(SHOWN_MAX).toList(),
                entries.stream().limit(SHOWN_MAX).map(Segments::posted).toList(),
                Math.max(0, segments.size() - SHOWN_MAX) + Math.max(0, entries.size() - SHOWN_MAX));
    }

    private void draw(Strand strand, List<Entry> ofStrand) {
        TreeMap<Long, List<Entry>> byInstant = new TreeMap<>();
        ofStrand.forEach(entry ->
                byInstant.computeIfAbsent(entry.at(), at -> new ArrayList<>()).add(entry));
        Rates held = Rates.NONE;
        long since = Long.MIN_VALUE;
        Set<String> causes = new LinkedHashSet<>();
        for (Map.Entry<Long, List<Entry>> instant : byInstant.entrySet()) {
            Rates change = instant.getValue().stream().map(Entry::rates).reduce(Rates.NONE, Rates::plus);
            if (!change.isNothing()) {
                add(strand, held, since, instant.getKey(), causes);
                held = held.plus(change);
                since = instant.getKey();
                causes = new LinkedHashSet<>();
            }
            for (Entry entry : instant.getValue()) {
                causes.add(entry.cause());
                addImpulse(entry);
            }
        }
        add(strand, held, since, Long.MAX_VALUE, causes);
    }

    private void add(Strand strand, Rates held, long since, long end, Set<String> causes) {
        long begin = Math.max(since, from.toEpochMilli());
        long stop = Math.min(end, until.toEpochMilli());
        if (begin < stop && !held.isNothing()) {
            HourlyRate rate = new HourlyRate(held.nanoDollars());
            Money cost = Money.of(rate, stop - begin);
            segments.add(segment(strand, new Span(begin, stop), held, cost, List.copyOf(causes)));
        }
    }

    private void addImpulse(Entry entry) {
        boolean inside = entry.at() >= from.toEpochMilli() && entry.at() < until.toEpochMilli();
        if (inside && !entry.impulse().isNothing()) {
            segments.add(segment(
                    entry.strand(),
                    new Span(entry.at(), entry.at()),
                    Rates.NONE,
                    entry.impulse().cost(),
                    List.of(entry.cause())));
        }
    }

    /** From inclusive, until exclusive, epoch milliseconds. */
    private record Span(long from, long until) {}

    private static Part.Segment segment(Strand strand, Span span, Rates held, Money cost, List<String> causes) {
        return new Part.Segment(
                Instant.ofEpochMilli(span.from),
                Instant.ofEpochMilli(span.until),
                strand.cell().component(),
                strand.cell().sku(),
                strand.cell().tier(),
                strand.use(),
                strand.source(),
                strand.estimated(),
                strand.reconciled(),
                new HourlyRate(held.nanoDollars()),
                held.milliGpus(),
                cost,
                causes);
    }

    private static Part.Posted posted(Entry entry) {
        return new Part.Posted(
                Instant.ofEpochMilli(entry.at()),
                Instant.ofEpochMilli(entry.known()),
                entry.isCorrection(),
                entry.cell().component(),
                entry.strand().use(),
                entry.source(),
                entry.strand().estimated(),
                entry.strand().reconciled(),
                new HourlyRate(entry.rates().nanoDollars()),
                entry.rates().milliGpus(),
                entry.impulse().isNothing() ? null : entry.impulse().cost(),
                entry.cause());
    }
}
