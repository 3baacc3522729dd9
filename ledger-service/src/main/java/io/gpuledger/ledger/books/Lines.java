package io.gpuledger.ledger.books;

import io.gpuledger.common.event.Component;
import io.gpuledger.common.value.HourlyRate;
import java.util.Map;

/** What a scope spent and spends. Direct cost is all but overheads, which are shared and not caused. */
public interface Lines {

    /** The lines of what never spent anything. */
    Lines NONE = new ScopeBook(new Spellings());

    /** What was spent directly in {@code [from, until)}. */
    Total between(long from, long until);

    /** The part of it that bills cover. */
    Total reconciled(long from, long until);

    /** What was spent by component, overheads included; those without cost are left out. */
    Map<Component, Total> byComponent(long from, long until);

    /** The direct rate that holds at an instant. */
    HourlyRate rateAt(long at);

    /** The first instant at or after one at which something may be spent or held; {@link Long#MAX_VALUE} where none is. */
    long busyFrom(long at);
}
