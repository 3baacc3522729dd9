package io.gpuledger.ledger.query.measures;

import io.gpuledger.common.event.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the measures read.
 *
 * @param until the end of what is answered: the end asked for, or ledger time where that is earlier
 * @param ledgerTime up to when the ledger knows what happened; absent before the first poll
 * @param rows in the order of their groups
 * @param total all groups together
 */
public record MeasureAnswer(
        Instant from, Instant until, @Nullable Instant ledgerTime, List<Row> rows, Row total) {

    /**
     * The readings of one group.
     *
     * @param group the dimensions asked for and their values; a dimension without a value is empty
     * @param readings by the measure's word
     */
    public record Row(Map<String, String> group, Map<String, Reading> readings) {}
}
