package io.gpuledger.ledger.query.reconciliation;

import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of the lines whose period begins in a range. What is absent does not filter.
 *
 * @param from inclusive
 * @param until exclusive
 * @param account such as {@code runpod/main}
 * @param owner whom most of the metered cost of a line belonged to
 */
public record ReconciliationQuestion(
        Instant from,
        Instant until,
        @Nullable String account,
        @Nullable String owner) implements RecordQuestion<Reconciled, ReconciliationQuestion.Found> {

    /** Lines that one question may find in a partition. */
    public static final int FOUND_MAX = 100_000;

    /** What came of the lines asked for. */
    public record Found(List<Reconciled> lines) {
        public Found {
            lines = List.copyOf(lines);
        }
    }

    public ReconciliationQuestion {
        InvalidValue.unless(from.isBefore(until), "from", "must be before to");
    }

    @Override
    public Class<Reconciled> kind() {
        return Reconciled.class;
    }

    @Override
    public Found of(Collection<Reconciled> records) {
        List<Reconciled> found = records.stream().filter(this::wants).toList();
        InvalidValue.unless(
                found.size() <= FOUND_MAX, "from, to", "would give more than " + FOUND_MAX + " lines: ask for less");
        return new Found(found);
    }

    private boolean wants(Reconciled line) {
        return !line.from().isBefore(from)
                && line.from().isBefore(until)
                && (account == null || account.equals(line.account().toString()))
                && (owner == null || owner.equals(line.owner()));
    }
}
