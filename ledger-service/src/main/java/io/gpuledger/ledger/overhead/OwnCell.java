package io.gpuledger.ledger.overhead;

import io.gpuledger.common.config.Overhead;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.Tier;

/** The cells of an overhead itself: in an account of its own, without SKU. */
public final class OwnCell {

    /** The provider of an overhead's own account, and the beginning of what its resource is called. */
    public static final String PROVIDER = "overhead";

    /** Whose an overhead is while nobody it may be shared among uses anything. */
    public static final String OWNER = "overhead";

    private OwnCell() {}

    /** Where it stays while nobody uses anything. */
    static Cell of(Overhead overhead) {
        return of(overhead, OWNER);
    }

    /** Where an owner bears its fixed part while it uses nothing. */
    static Cell of(Overhead overhead, String owner) {
        AccountRef account = new AccountRef(PROVIDER, accountName(overhead.name()));
        return new Cell(owner, null, null, account, null, null, Tier.ON_PREM, Component.OVERHEAD);
    }

    /** An account's name has no slash, and is with its provider no longer than a name. */
    private static String accountName(String name) {
        String flat = name.replace('/', '-');
        return flat.substring(0, Math.min(flat.length(), 200));
    }

    /** How an overhead is called where resources are shown. */
    static String resource(String name) {
        return PROVIDER + "/" + name;
    }
}
