package io.gpuledger.ledger.books;

import java.time.Duration;

/** The windows that are published when they close; a day is UTC's. */
public enum Window {
    MINUTE("1m", Duration.ofMinutes(1)),
    HOUR("1h", Duration.ofHours(1)),
    DAY("1d", Duration.ofDays(1));

    /** Minutes are published, and corrected, for as long as this before ledger time; hours and days always. */
    public static final Duration MINUTES_KEPT = Duration.ofDays(2);

    private final String word;
    private final long millis;

    Window(String word, Duration length) {
        this.word = word;
        this.millis = length.toMillis();
    }

    public String word() {
        return word;
    }

    public long millis() {
        return millis;
    }

    public long startOf(long at) {
        return Math.floorDiv(at, millis) * millis;
    }

    /** The earliest instant whose windows are still published at a ledger time. */
    public long publishedFrom(long ledgerTime) {
        return this == MINUTE ? startOf(ledgerTime - MINUTES_KEPT.toMillis()) : Long.MIN_VALUE;
    }
}
