package io.gpuledger.ledger.store;

import io.gpuledger.common.event.AccountRef;

/**
 * Keys of the stores: parts joined by the zero character, which no name may contain, and instants as digits that sort in
 * time order.
 */
public final class Keys {

    private static final char SEPARATOR = '\u0000';
    /** Sorts after every key that begins with the same prefix. */
    private static final char END = '\u0001';

    /** Stands before every key but those of what was superseded. */
    public static final String AFTER_PAST = String.valueOf(END);

    private Keys() {}

    public static String of(Object... parts) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            key.append(i == 0 ? "" : SEPARATOR).append(parts[i]);
        }
        return key.toString();
    }

    public static String poll(AccountRef account, long at) {
        return of(account, instant(at));
    }

    /** Of what was superseded at an instant. */
    public static String past(long until, String key) {
        return of("", instant(until), key);
    }

    /** Stands before all keys of what was superseded at an instant or later. */
    public static String pastFrom(long until) {
        return of("", instant(until));
    }

    public static String first(String prefix) {
        return prefix + SEPARATOR;
    }

    public static String last(String prefix) {
        return prefix + END;
    }

    /** Nineteen digits, so that text order is time order; from 1970 on. */
    public static String instant(long at) {
        String digits = Long.toString(Math.max(0, at));
        return "0".repeat(19 - digits.length()) + digits;
    }

    public static long instantIn(String key) {
        return Long.parseLong(key.substring(key.indexOf(SEPARATOR) + 1, key.indexOf(SEPARATOR) + 20));
    }
}
