package io.gpuledger.ledger.topology;

/** The names of the topology's parts: they are in metrics, so they stay. */
final class Names {

    static final String METER = "meter";
    static final String BOOKS = "books";
    static final String SHARE = "share";
    static final String LETTERS = "letters";

    static final String CONFIG_SOURCE = "config";
    static final String PODS_SOURCE = "pods";
    static final String BILLS_SOURCE = "bills";
    static final String PRICES_SOURCE = "prices";
    static final String POSTINGS_SOURCE = "postings";
    static final String ACCOUNTS_SOURCE = "accounts";
    static final String USAGE_SOURCE = "usage";
    static final String LETTERS_SOURCE = "dead-letters";

    static final String POSTINGS_SINK = "postings-out";
    static final String LOOKS_SINK = "looks-out";
    static final String SHARES_SINK = "shares-out";
    static final String SHARE_LETTERS_SINK = "share-letters-out";
    static final String MEASURES_SINK = "measures-out";
    static final String USAGE_SINK = "usage-out";
    static final String COSTS_SINK = "costs-out";
    static final String BURN_SINK = "burn-out";
    static final String CROSSINGS_SINK = "crossings-out";
    static final String DEAD_LETTERS_SINK = "dead-letters-out";
    static final String BOOKS_LETTERS_SINK = "books-dead-letters-out";
    static final String LETTERS_SINK = "letters-out";

    private Names() {}
}
