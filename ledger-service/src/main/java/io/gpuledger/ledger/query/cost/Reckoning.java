package io.gpuledger.ledger.query.cost;

import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Use;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.books.ScopeBook;
import io.gpuledger.ledger.books.Spellings;
import io.gpuledger.ledger.books.Strand;
import io.gpuledger.ledger.books.line.StepLine;
import io.gpuledger.ledger.books.line.Sums;
import io.gpuledger.ledger.books.line.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// the books of a partition, a question -> its part of the answer
///
/// Where only dimensions of strands are asked for, whole lines are read off at the cuts; else entry by entry.
final class Reckoning {

    private final CostQuestion question;
    private final Dimension[] dimensions;
    private final long[] cuts;
    private final Map<List<String>, Tally> groups = new HashMap<>();
    private long foldedUntil = Long.MIN_VALUE;
    private final Sums sums = new Sums();
    private final long[] spent = new long[2 * Sums.COLUMNS];

    Reckoning(CostQuestion question) {
        this.question = question;
        this.dimensions = question.groupBy().toArray(Dimension[]::new);
        this.cuts = question.cuts().stream().mapToLong(Instant::toEpochMilli).toArray();
    }

    PartialCosts of(Books books) {
        boolean all = question.asKnownAt() == null || question.asKnownAt().toEpochMilli() >= books.newestKnown();
        boolean byLines = all
                && question.groupBy().stream().noneMatch(Dimension::isOfResource)
                && question.filters().keySet().stream().noneMatch(Dimension::isOfResource);
        for (ScopeBook book : owners(books)) {
            EntryFilter filter = new EntryFilter(question, book.spellings());
            book.lines().forEach((strand, line) -> {
                if (!question.wants(strand) || filter.findsNothing()) {
                    return;
                }
                foldedUntil =
                        Math.max(foldedUntil, books.foldedUntil(strand.cell().account()));
                if (byLines) {
                    addLine(strand, line);
                } else {
                    addEntries(strand, line, filter, book.spellings());
                }
            });
        }
        return answer();
    }

    private List<ScopeBook> owners(Books books) {
        String owner = question.filters().get(Dimension.OWNER);
        if (owner != null) {
            ScopeBook book = owner.isBlank() ? null : books.book(Scope.owner(owner));
            return book == null ? List.of() : List.of(book);
        }
        List<ScopeBook> owners = new ArrayList<>();
        books.scopes().forEach((scope, book) -> {
            if (scope.kind() == Scope.Kind.OWNER) {
                owners.add(book);
            }
        });
        return owners;
    }

    private void addLine(Strand strand, StepLine line) {
        StepLine.Walk walk = line.walk();
        if (walk.next() >= cuts[cuts.length - 1]) {
            return;
        }
        Tally tally = tally(values(strand));
        if (tally.windows() == 1) {
            addWhole(strand, line, tally);
            return;
        }
        sums.clear();
        walk.to(cuts[0], sums);
        for (int window = 0; window < tally.windows(); window++) {
            Arrays.fill(spent, 0);
            for (int column = 0; column < Sums.COLUMNS; column++) {
                sums.takeSpentBy(cuts[window], column, spent, 2 * column);
            }
            walk.to(cuts[window + 1], sums);
            for (int column = 0; column < Sums.COLUMNS; column++) {
                sums.addSpentBy(cuts[window + 1], column, spent, 2 * column);
            }
            addSpent(tally, strand, window);
        }
    }

    /** One window needs no walk: two sums from the start have fewer terms. */
    private void addWhole(Strand strand, StepLine line, Tally tally) {
        Arrays.fill(spent, 0);
        Sums begin = line.before(cuts[0]);
        Sums end = line.before(cuts[1]);
        for (int column = 0; column < Sums.COLUMNS; column++) {
            begin.takeSpentBy(cuts[0], column, spent, 2 * column);
            end.addSpentBy(cuts[1], column, spent, 2 * column);
        }
        addSpent(tally, strand, 0);
    }

    private void addSpent(Tally tally, Strand strand, int window) {
        tally.addSpent(window, Amounts.column(strand.cell().component()), spent, 2 * Sums.COST);
        tally.addSpent(window, Amounts.GPUS, spent, 2 * Sums.GPUS);
        tally.addSpent(window, Amounts.UNPRICED, spent, 2 * Sums.UNPRICED);
        if (strand.estimated()) {
            tally.addSpent(window, Amounts.ESTIMATED, spent, 2 * Sums.COST);
        }
        if (strand.use() == Use.JOB) {
            tally.addSpent(window, Amounts.ALLOCATED, spent, 2 * Sums.GPUS);
        }
        if (strand.reconciled()) {
            tally.addSpent(window, Amounts.RECONCILED, spent, 2 * Sums.COST);
            tally.addSpent(window, Amounts.RECONCILED_GPUS, spent, 2 * Sums.GPUS);
        }
    }

    /** The numbers of a resource's texts, those that are asked for. */
    private record Resource(int pod, int name, int job) {}

    private void addEntries(Strand strand, StepLine line, EntryFilter filter, Spellings spellings) {
        Map<Resource, Tally> tallies = new HashMap<>();
        boolean pods = question.groupBy().contains(Dimension.POD);
        boolean names = question.groupBy().contains(Dimension.NAME);
        boolean jobs = question.groupBy().contains(Dimension.JOB);
        line.visit(cuts[cuts.length - 1], row -> {
            if (filter.wants(row)) {
                Resource resource =
                        new Resource(pods ? row.resource() : 0, names ? row.name() : 0, jobs ? row.job() : 0);
                addRow(tallies.computeIfAbsent(resource, r -> tally(values(strand, r, spellings))), strand, row);
            }
        });
    }

    private void addRow(Tally tally, Strand strand, StepLine.Row row) {
        Component component = strand.cell().component();
        tally.addStep(Amounts.column(component), row.at(), row.by(Sums.COST));
        tally.addStep(Amounts.GPUS, row.at(), row.by(Sums.GPUS));
        tally.addStep(Amounts.UNPRICED, row.at(), row.by(Sums.UNPRICED));
        if (strand.estimated()) {
            tally.addStep(Amounts.ESTIMATED, row.at(), row.by(Sums.COST));
        }
        if (strand.use() == Use.JOB) {
            tally.addStep(Amounts.ALLOCATED, row.at(), row.by(Sums.GPUS));
        }
        if (strand.reconciled()) {
            tally.addStep(Amounts.RECONCILED, row.at(), row.by(Sums.COST));
            tally.addStep(Amounts.RECONCILED_GPUS, row.at(), row.by(Sums.GPUS));
        }
        if (row.mayBeImpulse() && row.at() >= cuts[0]) {
            Arrays.fill(spent, 0);
            for (int column = 0; column < Sums.COLUMNS; column++) {
                row.addImpulse(column, spent, 2 * column);
            }
            addSpent(tally, strand, tally.windowOf(row.at()));
        }
    }

    private List<String> values(Strand strand) {
        String[] values = new String[dimensions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = dimensions[i].of(strand);
        }
        return List.of(values);
    }

    private List<String> values(Strand strand, Resource resource, Spellings spellings) {
        String[] values = new String[dimensions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (dimensions[i]) {
                case POD -> spellings.text(resource.pod);
                case NAME -> spellings.text(resource.name);
                case JOB -> spellings.text(resource.job);
                default -> dimensions[i].of(strand);
            };
        }
        return List.of(values);
    }

    private Tally tally(List<String> group) {
        Tally tally = groups.get(group);
        if (tally == null) {
            InvalidValue.unless(
                    (groups.size() + 1L) * (cuts.length - 1) <= CostQuestion.ROWS_MAX,
                    "groupBy, window",
                    "would give more than " + CostQuestion.ROWS_MAX + " rows");
            tally = new Tally(cuts, Amounts.COLUMNS);
            groups.put(group, tally);
        }
        return tally;
    }

    private PartialCosts answer() {
        List<PartialCosts.Group> answered = new ArrayList<>(groups.size());
        groups.forEach((group, tally) -> {
            tally.finish();
            List<Amounts> windows = new ArrayList<>(tally.windows());
            for (int window = 0; window < tally.windows(); window++) {
                windows.add(Amounts.of(tally, window));
            }
            answered.add(new PartialCosts.Group(group, windows));
        });
        return new PartialCosts(answered, foldedUntil);
    }
}
