package io.gpuledger.ledger.overhead;

import io.gpuledger.common.event.Cell;
import java.util.List;
import java.util.SortedMap;

/** What the sharer remembers; hours are the epoch milliseconds they begin at. */
public interface Memory {

    List<Standing> standings();

    void keep(Standing standing);

    void forget(Standing standing);

    /** The first hour in which anything was used; {@link Hours#OPEN} where there is none. */
    long firstUsed();

    /** The usage of an hour, by cell of the component overhead, in {@link Usage#CELL_ORDER}. */
    SortedMap<Cell, Usage> usage(long hour);

    /** The first hours whose usage changed since this was asked, at most so many. */
    List<Long> touched(int most);

    /** The shares of an hour as they were posted; {@link Hours#OPEN} for what is not closed. */
    List<Share> posted(String overhead, long hour);

    void keep(String overhead, long hour, List<Share> posted);
}
