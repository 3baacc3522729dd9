package io.gpuledger.ledger.books.folding;

import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.books.Entry;
import java.util.List;

/**
 * Entries of one strand and resource, and what is added in their place.
 *
 * @param parts those that are taken out
 * @param added one for each hour; and for what still runs, one under its own name from the day on
 */
public record Fold(Scope scope, List<Entry> parts, List<Entry> added) {}
