package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.BookEntry;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.HourLooks;

/** Where a meter's results go. */
public interface Posted {

    void post(BookEntry entry);

    /** How busy the GPUs of a cell were in an hour that ended. */
    void looked(HourLooks looks);

    /** An event that cannot be used, with the rule it breaks. */
    void refuse(Event event, String reason);
}
