package io.gpuledger.ledger.store;

/** The names of the stores: they are in changelog topics and metrics, so they stay. */
public final class StoreNames {

    public static final String METER_PODS = "meter-pods";
    public static final String METER_POLLS = "meter-polls";
    public static final String METER_LOOKS = "meter-looks";
    public static final String METER_JOBS = "meter-jobs";
    public static final String METER_POD_JOBS = "meter-pod-jobs";
    public static final String METER_BILLS = "meter-bills";
    public static final String METER_PRICES = "meter-prices";
    public static final String METER_TICKS = "meter-ticks";

    public static final String BOOK_STEPS = "book-steps";
    public static final String BOOK_TICKS = "book-ticks";
    public static final String BOOK_BALANCES = "book-balances";
    public static final String BOOK_PAST_BALANCES = "book-past-balances";
    public static final String BOOK_PAST = "book-past";
    public static final String BOOK_RULES = "book-rules";
    public static final String BOOK_PODS = "book-pods";
    public static final String BOOK_BILLS = "book-bills";
    public static final String BOOK_JOBS = "book-jobs";
    public static final String BOOK_WINDOWS = "book-windows";
    public static final String BOOK_PUBLISHED = "book-published";
    public static final String BOOK_LETTERS = "book-letters";

    public static final String LETTER_MINUTES = "letter-minutes";

    public static final String BOOK_USAGE = "book-usage";
    public static final String BOOK_USAGE_FROM = "book-usage-from";

    public static final String SHARE_USAGE = "share-usage";
    public static final String SHARE_TOUCHED = "share-touched";
    public static final String SHARE_CLOSED = "share-closed";
    public static final String SHARE_POSTED = "share-posted";
    public static final String SHARE_STANDINGS = "share-standings";
    public static final String SHARE_CONFIG = "share-config";
    public static final String KEEPER_CONFIG = "keeper-config";
    public static final String METER_CONFIG = "meter-config";
    public static final String BOOK_CONFIG = "book-config";

    public static final String GAUGE_LOOKS = "gauge-looks";
    public static final String GAUGE_BILLS = "gauge-bills";
    public static final String GAUGE_JOBS = "gauge-jobs";
    public static final String GAUGE_ENDS = "gauge-ends";
    public static final String GAUGE_DAYS = "gauge-days";
    public static final String GAUGE_SAID = "gauge-said";

    private StoreNames() {}
}
