package io.gpuledger.cli.jobs;

import io.gpuledger.cli.service.Refused;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must be known of the whole file before any row can be told: where it begins and ends, and whose ids clash. */
final class Survey {

    /** An id costs about 200 bytes while it is remembered. */
    static final int ROWS_MAX = 5_000_000;

    private final Map<String, Row.Job> byId = new HashMap<>();
    private final Set<String> clashing = new HashSet<>();
    private long rows;
    private @Nullable Instant first;
    private @Nullable Instant last;

    static Survey of(JobFile file) throws Refused {
        Survey survey = new Survey();
        file.forEach(survey::see);
        if (survey.rows > ROWS_MAX) {
            throw Refused.badInput("the file has more than " + ROWS_MAX + " rows: split it");
        }
        return survey;
    }

    private void see(Row row) {
        rows++;
        switch (row) {
            case Row.Job job -> {
                widen(job.start(), job.end());
                remember(job);
            }
            case Row.WithoutGpu other -> widen(other.start(), other.end());
            case Row.Unusable none -> {}
        }
    }

    private void remember(Row.Job job) {
        if (byId.size() < ROWS_MAX) {
            Row.Job known = byId.putIfAbsent(job.claim().id(), job);
            if (known != null && !known.saysTheSameAs(job)) {
                clashing.add(job.claim().id());
            }
        }
    }

    private void widen(@Nullable Instant start, @Nullable Instant end) {
        for (Instant instant : new @Nullable Instant[] {start, end}) {
            if (instant != null) {
                first = first == null || instant.isBefore(first) ? instant : first;
                last = last == null || instant.isAfter(last) ? instant : last;
            }
        }
    }

    long rows() {
        return rows;
    }

    /** The first instant any row names. */
    @Nullable Instant first() {
        return first;
    }

    @Nullable Instant last() {
        return last;
    }

    /** Whether an earlier row said the same. */
    boolean isRepeated(Row.Job job) {
        Row.Job first = byId.get(job.claim().id());
        return first != null && first.line() != job.line();
    }

    /** Whether two rows of this id say different things: which is true cannot be known, whatever their order. */
    boolean isClashing(String id) {
        return clashing.contains(id);
    }
}
