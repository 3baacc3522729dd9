package io.gpuledger.ledger.query;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.cost.CostAnswer;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.cost.Page;
import io.gpuledger.ledger.query.cost.PartialCosts;
import io.gpuledger.ledger.query.cost.Report;
import io.gpuledger.ledger.query.explain.ExplainQuestion;
import io.gpuledger.ledger.query.explain.Explanation;
import io.gpuledger.ledger.query.explain.PartialExplanation;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The questions about cost: how much, why, and how much of it nobody owns. */
public final class Costs {

    private static final Duration RANGE_DEFAULT = Duration.ofHours(24);
    private static final List<Dimension> ORPHANS =
            List.of(Dimension.ACCOUNT, Dimension.POD, Dimension.NAME, Dimension.SKU, Dimension.TIER);

    private final BooksOnHand books;

    public Costs(BooksOnHand books) {
        this.books = books;
    }

    /**
     * The range asked for: until ledger time, or the instant whose knowledge is asked for, and not beyond it; from 24
     * hours before where nothing else is said.
     */
    public Range range(@Nullable Instant from, @Nullable Instant until, @Nullable Instant asKnownAt, Instant now) {
        Instant ledgerTime = books.ledgerTime();
        Instant end = Stream.of(until, ledgerTime == null && until == null ? now : ledgerTime, asKnownAt)
                .flatMap(Stream::ofNullable)
                .min(Instant::compareTo)
                .orElse(now);
        return new Range(from == null ? end.minus(RANGE_DEFAULT) : from, end, ledgerTime);
    }

    /**
     * From inclusive, until exclusive.
     *
     * @param ledgerTime as it was when the range was taken; absent before the first poll
     */
    public record Range(
            Instant from, Instant until, @Nullable Instant ledgerTime) {}

    public CostAnswer cost(CostQuestion question, Page page) {
        return cost(question, page, books.ledgerTime());
    }

    /** @param ledgerTime what the answer says it is: no later than it is in the books */
    public CostAnswer cost(CostQuestion question, Page page, @Nullable Instant ledgerTime) {
        PartialCosts costs = PartialCosts.sum(books.ask(question));
        return new Report(question, costs).answer(page, ledgerTime);
    }

    public Explanation explain(ExplainQuestion question) {
        return explain(question, books.ledgerTime());
    }

    /** @param ledgerTime what the answer says it is: no later than it is in the books */
    public Explanation explain(ExplainQuestion question, @Nullable Instant ledgerTime) {
        PartialExplanation found = PartialExplanation.sum(books.ask(question));
        return Explanation.of(question, found, ledgerTime);
    }

    /**
     * What nobody owns, the dearest first, and what part of the whole it is.
     *
     * @param ledgerTime what the answer says it is: no later than it is in the books
     */
    public OrphanAnswer orphans(CostQuestion whole, Page page, @Nullable Instant ledgerTime) {
        InvalidValue.unless(!whole.filters().containsKey(Dimension.OWNER), "owner", "is unattributed here");
        Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
        filters.putAll(whole.filters());
        filters.put(Dimension.OWNER, Cell.UNATTRIBUTED);
        CostQuestion question =
                new CostQuestion(whole.from(), whole.until(), ORPHANS, filters, null, whole.asKnownAt());
        CostAnswer all = cost(whole.groupedBy(List.of()), Page.FIRST, ledgerTime);
        return OrphanAnswer.of(cost(question, page, ledgerTime), all.total().cost());
    }
}
