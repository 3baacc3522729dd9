package io.gpuledger.ledger.query.jobs;

import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.cost.Amounts;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.cost.Page;
import io.gpuledger.ledger.query.cost.PartialCosts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The questions about jobs: what each held and cost, and what came of it. */
public final class Jobs {

    /** Rows of a page. */
    public static final int LIMIT_DEFAULT = 1_000;

    public static final int LIMIT_MAX = 10_000;

    private static final List<Dimension> BY = List.of(Dimension.OWNER, Dimension.ACCOUNT, Dimension.JOB);
    private static final Comparator<JobAnswer.Row> DEAREST_FIRST = Comparator.<JobAnswer.Row, Money>comparing(
                    row -> row.cost() == null ? Money.ZERO : row.cost())
            .reversed()
            .thenComparing(JobAnswer.Row::owner)
            .thenComparing(row -> row.account().toString())
            .thenComparing(JobAnswer.Row::job);

    private final BooksOnHand books;

    public Jobs(BooksOnHand books) {
        this.books = books;
    }

    public JobAnswer answer(JobQuestion question, Page page) {
        Instant now = books.ledgerTime();
        Map<List<String>, List<JobTold>> told = told(question);
        Booked booked = told.isEmpty() ? new Booked(Map.of(), Long.MIN_VALUE) : booked(question);
        List<JobAnswer.Row> rows = new ArrayList<>();
        told.forEach((key, job) -> {
            JobSums sums = new JobSums(job, now);
            rows.add(sums.row(booked.of(key, later(question.from(), sums.from()))));
        });
        rows.sort(DEAREST_FIRST);
        int end = Math.min(rows.size(), page.offset() + page.limit());
        return new JobAnswer(
                question.from(),
                question.until(),
                now,
                List.copyOf(rows.subList(Math.min(page.offset(), end), end)),
                rows.size(),
                end < rows.size() ? end : null);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** What is told of jobs, by owner, account and job. */
    private Map<List<String>, List<JobTold>> told(JobQuestion question) {
        Map<List<String>, List<JobTold>> told = new LinkedHashMap<>();
        books.ask(question).stream()
                .flatMap(found -> found.jobs().stream())
                .forEach(job -> told.computeIfAbsent(
                                List.of(job.owner(), job.account().toString(), job.job()), key -> new ArrayList<>())
                        .add(job));
        return told;
    }

    /** What the books say of jobs, and before when they no longer tell them apart. */
    private record Booked(Map<List<String>, Amounts> amounts, long foldedUntil) {

        @Nullable Amounts of(List<String> key, Instant from) {
            return foldedUntil > from.toEpochMilli() ? null : amounts.get(key);
        }
    }

    private Booked booked(JobQuestion question) {
        Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
        put(filters, Dimension.OWNER, question.owner());
        put(filters, Dimension.ACCOUNT, question.account());
        put(filters, Dimension.JOB, question.job());
        CostQuestion costs = new CostQuestion(question.from(), question.until(), BY, filters, null, null);
        PartialCosts found = PartialCosts.sum(books.ask(costs));
        costs.checkAgainst(found.foldedUntil());
        Map<List<String>, Amounts> amounts = new HashMap<>();
        found.groups()
                .forEach(group -> amounts.put(group.values(), group.windows().getFirst()));
        return new Booked(amounts, found.foldedUntil());
    }

    private static void put(Map<Dimension, String> filters, Dimension dimension, @Nullable String value) {
        if (value != null) {
            filters.put(dimension, value);
        }
    }
}
