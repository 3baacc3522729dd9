package io.gpuledger.ledger.query.explain;

import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.event.Use;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pod, or a job on one, and what its cost is made of.
 *
 * @param job absent for the share that no job held
 * @param segments stretches in which nothing that matters to cost changed, and what was gained at once; they add up to
 *     the cost
 * @param entries the postings they are made of, in the order in which they were made
 * @param leftOut segments and entries that there were too many of to be shown
 */
public record Part(
        String owner,
        String account,
        String pod,
        String name,
        @Nullable String job,
        Money cost,
        List<Segment> segments,
        List<Posted> entries,
        int leftOut) {

    /**
     * A stretch in the range asked for.
     *
     * @param until the same as {@code from} where {@code cost} was gained at once
     * @param rate dollars per hour
     * @param estimated true where the cost is held at the last known rate, without news
     * @param reconciled true where a bill covers it
     * @param causes ids of the observations that began it
     */
    public record Segment(
            Instant from,
            Instant until,
            Component component,
            @Nullable String sku,
            Tier tier,
            @Nullable Use use,
            PriceSource source,
            boolean estimated,
            boolean reconciled,
            HourlyRate rate,
            long milliGpus,
            Money cost,
            List<String> causes) {}

    /**
     * An entry of the books.
     *
     * @param at when it takes effect
     * @param known up to when the ledger had been told what happened when it was made
     * @param correction true where it corrects what was said before
     * @param rate change of dollars per hour from {@code at} on
     * @param amount what is gained at once; absent for a step
     */
    public record Posted(
            Instant at,
            Instant known,
            boolean correction,
            Component component,
            @Nullable Use use,
            PriceSource source,
            boolean estimated,
            boolean reconciled,
            HourlyRate rate,
            long milliGpus,
            @Nullable Money amount,
            String cause) {}
}
