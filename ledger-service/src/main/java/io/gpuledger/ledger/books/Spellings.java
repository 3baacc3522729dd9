package io.gpuledger.ledger.books;

import io.gpuledger.ledger.books.line.Item;
import io.gpuledger.ledger.books.line.Texts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// entries <-> items: the texts of all scopes of a partition are kept once
public final class Spellings {

    private static final long NO_NUMBER = Long.MIN_VALUE;
    private static final int DIGITS_MAX = 18;

    private final Texts texts = new Texts();
    private final Map<Strand, Strand> strands = new HashMap<>();

    Strand kept(Strand strand) {
        Strand before = strands.putIfAbsent(strand, strand);
        return before == null ? strand : before;
    }

    Item item(Entry entry) {
        int number = numberAt(entry.cause());
        boolean numbered = number < entry.cause().length();
        return new Item(
                entry.at(),
                entry.known(),
                texts.numberOf(entry.resource()),
                texts.numberOf(entry.name()),
                entry.job() == null ? Texts.NONE : texts.numberOf(entry.job()),
                texts.numberOf(entry.cause().substring(0, number)),
                numbered ? Long.parseLong(entry.cause().substring(number)) : NO_NUMBER,
                entry.rates().nanoDollars(),
                entry.rates().milliGpus(),
                entry.rates().unpricedMilliGpus(),
                entry.impulse().numbers());
    }

    /** Where an entry would stand; absent where its texts do not occur, so that none of its place is there. */
    @Nullable Item place(Entry entry) {
        int resource = texts.find(entry.resource());
        int name = texts.find(entry.name());
        int job = entry.job() == null ? Texts.NONE : texts.find(entry.job());
        boolean unknown = resource == Texts.NONE || name == Texts.NONE || (entry.job() != null && job == Texts.NONE);
        return unknown
                ? null
                : new Item(entry.at(), entry.known(), resource, name, job, Texts.NONE, NO_NUMBER, 0, 0, 0, null);
    }

    /** Where the instant begins that ids end with, so that the rest is the same for all of a resource's. */
    private static int numberAt(String cause) {
        int at = cause.length();
        while (at > 0 && cause.length() - at < DIGITS_MAX && isDigit(cause.charAt(at - 1))) {
            at--;
        }
        boolean exact = at < cause.length() && (cause.charAt(at) != '0' || at == cause.length() - 1);
        return exact ? at : cause.length();
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    Entry entry(Strand strand, Item item) {
        String cause = texts.text(item.cause());
        return new Entry(
                strand,
                texts.text(item.resource()),
                texts.text(item.name()),
                item.job() == Texts.NONE ? null : texts.text(item.job()),
                item.at(),
                item.known(),
                new Rates(item.nanoDollars(), item.milliGpus(), item.unpricedMilliGpus()),
                Impulse.of(item.impulse()),
                item.number() == NO_NUMBER ? cause : cause + item.number());
    }

    public String text(int number) {
        return number == Texts.NONE ? "" : texts.text(number);
    }

    /** The number of a text; below {@link Texts#NONE} where it does not occur. */
    public int find(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Texts.NONE;
        }
        int number = texts.find(text);
        return number == Texts.NONE ? Texts.NONE - 1 : number;
    }

    public long bytesHeld() {
        return texts.bytesHeld();
    }
}
