package io.gpuledger.ledger.api.letters;

import io.gpuledger.ledger.letters.LetterTally;
import java.util.List;

/**
 * How many dead letters there are, by topic and reason, the most frequent first.
 *
 * @param complete whether all there were a moment ago are counted; after a start counting takes a moment
 */
public record LetterCounts(long total, boolean complete, List<LetterTally.Count> counts) {}
