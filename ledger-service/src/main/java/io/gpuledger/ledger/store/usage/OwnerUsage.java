package io.gpuledger.ledger.store.usage;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.ledger.books.ScopeBook;
import io.gpuledger.ledger.books.Total;
import io.gpuledger.ledger.overhead.Usage;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What an owner's book tells of its usage.
 *
 * @param book absent where the owner has none any more
 */
public record OwnerUsage(@Nullable ScopeBook book) implements UsagePublisher.OwnerBook {

    @Override
    public SortedMap<Cell, UsagePublisher.Used> used(long from, long until) {
        SortedMap<Cell, UsagePublisher.Used> used = Usage.byCell();
        if (book != null) {
            Map<Cell, Total> jobs = book.ofJobsByCell(Component.OVERHEAD, from, until);
            book.directByCell(Component.OVERHEAD, from, until)
                    .forEach((cell, total) -> used.put(
                            cell,
                            new UsagePublisher.Used(
                                    total.gpuTime(),
                                    total.cost(),
                                    jobs.getOrDefault(cell, Total.NOTHING).gpuTime())));
            used.values().removeIf(UsagePublisher.Used::isNothing);
        }
        return used;
    }

    @Override
    public long busyFrom(long at) {
        return book == null ? Long.MAX_VALUE : book.busyFrom(at);
    }
}
