package io.gpuledger.ledger.store.usage;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.ledger.books.ScopeBook;
import io.gpuledger.ledger.overhead.Usage;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What an owner's book tells of its usage.
 *
 * @param book absent where the owner has none any more
 */
public record OwnerUsage(@Nullable ScopeBook book) implements UsagePublisher.OwnerBook {

    @Override
    public SortedMap<Cell, Usage> used(long from, long until) {
        SortedMap<Cell, Usage> used = Usage.byCell();
        if (book != null) {
            book.directByCell(Component.OVERHEAD, from, until)
                    .forEach((cell, total) -> used.put(cell, new Usage(total.gpuTime(), total.cost())));
            used.values().removeIf(Usage::isNothing);
        }
        return used;
    }

    @Override
    public long busyFrom(long at) {
        return book == null ? Long.MAX_VALUE : book.busyFrom(at);
    }
}
