package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.BookEntry;
import io.gpuledger.common.event.Event;

/** Where a meter's results go. */
public interface Posted {

    void post(BookEntry entry);

    /** An event that cannot be used, with the rule it breaks. */
    void refuse(Event event, String reason);
}
