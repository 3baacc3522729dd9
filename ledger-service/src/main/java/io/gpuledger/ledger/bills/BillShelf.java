package io.gpuledger.ledger.bills;

import io.gpuledger.common.event.AccountRef;

/** Where the bills of each resource are remembered. */
public interface BillShelf {

    /** {@link BillBook#EMPTY} where nothing was billed for the resource. */
    BillBook bills(AccountRef account, String resource);

    void keep(AccountRef account, String resource, BillBook bills);
}
