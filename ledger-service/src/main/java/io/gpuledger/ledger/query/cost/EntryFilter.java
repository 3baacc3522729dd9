package io.gpuledger.ledger.query.cost;

import io.gpuledger.ledger.books.Spellings;
import io.gpuledger.ledger.books.line.StepLine;
import io.gpuledger.ledger.books.line.Texts;
import org.jspecify.annotations.Nullable;

/** Which entries a question is about, by the numbers of its texts. */
final class EntryFilter {

    private static final int UNKNOWN = Texts.NONE - 1;
    private static final int ANY = Texts.NONE - 2;

    private final long knownUntil;
    private final int pod;
    private final int name;
    private final int job;

    EntryFilter(CostQuestion question, Spellings spellings) {
        this.knownUntil = question.asKnownAt() == null
                ? Long.MAX_VALUE
                : question.asKnownAt().toEpochMilli();
        this.pod = number(question.filters().get(Dimension.POD), spellings);
        this.name = number(question.filters().get(Dimension.NAME), spellings);
        this.job = number(question.filters().get(Dimension.JOB), spellings);
    }

    private static int number(@Nullable String text, Spellings spellings) {
        return text == null ? ANY : spellings.find(text);
    }

    /** A text asked for does not occur at all. */
    boolean findsNothing() {
        return pod == UNKNOWN || name == UNKNOWN || job == UNKNOWN;
    }

    boolean wants(StepLine.Row row) {
        return row.known() <= knownUntil
                && (pod == ANY || pod == row.resource())
                && (name == ANY || name == row.name())
                && (job == ANY || job == row.job());
    }
}
