package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.Event;
import io.gpuledger.ledger.looks.Looker;

/** Where a meter's results go. */
public interface Posted extends Looker.Out {

    /** An event that cannot be used, with the rule it breaks. */
    void refuse(Event event, String reason);
}
