package io.gpuledger.ledger.topology;

/** The names of the topology's parts: they are in changelog topics and metrics, so they stay. */
public final class Names {

    public static final String METER = "meter";
    public static final String BOOKS = "books";

    public static final String PODS_SOURCE = "pods";
    public static final String POSTINGS_SOURCE = "postings";
    public static final String ACCOUNTS_SOURCE = "accounts";

    public static final String POSTINGS_SINK = "postings-out";
    public static final String COSTS_SINK = "costs-out";
    public static final String BURN_SINK = "burn-out";
    public static final String CROSSINGS_SINK = "crossings-out";
    public static final String DEAD_LETTERS_SINK = "dead-letters-out";

    public static final String METER_PODS = "meter-pods";
    public static final String METER_POLLS = "meter-polls";
    public static final String METER_JOBS = "meter-jobs";
    public static final String METER_TICKS = "meter-ticks";

    public static final String BOOK_STEPS = "book-steps";
    public static final String BOOK_TICKS = "book-ticks";
    public static final String BOOK_BALANCES = "book-balances";
    public static final String BOOK_RULES = "book-rules";
    public static final String BOOK_WINDOWS = "book-windows";
    public static final String BOOK_PUBLISHED = "book-published";

    private Names() {}
}
