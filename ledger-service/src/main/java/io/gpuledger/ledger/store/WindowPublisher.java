package io.gpuledger.ledger.store;

import io.gpuledger.common.event.CostWindow;
import io.gpuledger.ledger.books.Closing;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.books.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/// an owner's lines -> records of windows that closed, and corrections of those that were said before
public final class WindowPublisher {

    /** No more windows of all owners together are said at one tick, or little more: a transaction has to end in time. */
    public static final int TICK_MAX = 5_000;

    private final KeyValueStore<String, CostWindow> said;
    private final KeyValueStore<String, Long> openFrom;
    private final Consumer<CostWindow> out;
    private String servedLast = "";

    public WindowPublisher(
            KeyValueStore<String, CostWindow> said, KeyValueStore<String, Long> openFrom, Consumer<CostWindow> out) {
        this.said = said;
        this.openFrom = openFrom;
        this.out = out;
    }

    /** A step at an instant makes every window from there on worth a look. */
    public void touched(String owner, long at) {
        Long from = openFrom.get(owner);
        if (from == null || at < from) {
            openFrom.put(owner, at);
        }
    }

    /** Says what is due of these owners, the one after the last that was served first; what is too much follows at the next tick. */
    public void publish(NavigableSet<String> owners, Function<String, Lines> lines, long ledgerTime) {
        int left = TICK_MAX;
        for (String owner : inTurn(owners)) {
            left -= publish(owner, lines.apply(owner), ledgerTime);
            servedLast = owner;
            if (left <= 0) {
                return;
            }
        }
    }

    private List<String> inTurn(NavigableSet<String> owners) {
        List<String> turn = new ArrayList<>(owners.tailSet(servedLast, false));
        turn.addAll(owners.headSet(servedLast, true));
        return turn;
    }

    private int publish(String owner, Lines lines, long ledgerTime) {
        Long from = openFrom.get(owner);
        long open = Window.MINUTE.startOf(ledgerTime);
        if (from == null || from >= open) {
            return 0;
        }
        int count = 0;
        long closedUntil = open;
        for (Window window : Window.values()) {
            Closing closing = new Closing(owner, window, lines, saidOf(owner, window, from));
            List<CostWindow> news = closing.due(from, ledgerTime);
            for (CostWindow due : news) {
                said.put(key(owner, window, due.from().toEpochMilli()), due);
                out.accept(due);
            }
            count += news.size();
            if (news.size() == Closing.RECORDS_MAX) {
                closedUntil = Math.min(closedUntil, news.getLast().until().toEpochMilli());
            }
        }
        forgetMinutes(owner, Window.MINUTE.publishedFrom(ledgerTime));
        openFrom.put(owner, closedUntil);
        return count;
    }

    private NavigableMap<Long, CostWindow> saidOf(String owner, Window window, long from) {
        NavigableMap<Long, CostWindow> records = new TreeMap<>();
        try (KeyValueIterator<String, CostWindow> found =
                said.range(key(owner, window, window.startOf(from)), Keys.last(Keys.of(owner, window.word())))) {
            found.forEachRemaining(entry -> records.put(entry.value.from().toEpochMilli(), entry.value));
        }
        return records;
    }

    private void forgetMinutes(String owner, long before) {
        List<String> past = new ArrayList<>();
        try (KeyValueIterator<String, CostWindow> found =
                said.range(key(owner, Window.MINUTE, 0), key(owner, Window.MINUTE, before - 1))) {
            found.forEachRemaining(entry -> past.add(entry.key));
        }
        past.forEach(said::delete);
    }

    private static String key(String owner, Window window, long from) {
        return Keys.of(owner, window.word(), Keys.instant(from));
    }
}
