package io.gpuledger.ledger.store.polls;

import io.gpuledger.ledger.timeline.Poll;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The polls of one account that are in memory: the newest ones without a gap, and older ones that news came for. */
final class AccountPolls {

    /** Polls of an account that stay in memory. */
    static final int KEPT_MAX = 64;

    private final NavigableMap<Long, Poll> polls = new TreeMap<>();
    private final Set<Long> unwritten = new HashSet<>();
    private long wholeFrom;
    private long newest = Long.MIN_VALUE;
    private long lastAt = Long.MIN_VALUE;
    private @Nullable Poll last;

    /** @param wholeFrom from this instant on, all there are will be here */
    AccountPolls(long wholeFrom) {
        this.wholeFrom = wholeFrom;
    }

    void read(long at, Poll poll) {
        polls.put(at, poll);
        newest = Math.max(newest, at);
        lastAt = at;
        last = poll;
    }

    @Nullable Poll at(long at) {
        if (at != lastAt) {
            lastAt = at;
            last = polls.get(at);
        }
        return last;
    }

    void put(long at, Poll poll) {
        read(at, poll);
        unwritten.add(at);
    }

    /** Its bits were changed. */
    void touched(long at) {
        unwritten.add(at);
    }

    /** Whether all there are from this instant on are here. */
    boolean isWholeFrom(long at) {
        return at >= wholeFrom;
    }

    NavigableMap<Long, Poll> map() {
        return polls;
    }

    long wholeFrom() {
        return wholeFrom;
    }

    long newest() {
        return newest;
    }

    void writeTo(BiConsumer<Long, Poll> store) {
        for (long at : unwritten) {
            Poll poll = polls.get(at);
            if (poll != null) {
                store.accept(at, poll);
            }
        }
        unwritten.clear();
        while (polls.size() > KEPT_MAX) {
            Map.Entry<Long, Poll> oldest = polls.firstEntry();
            forgetFromMemory(oldest.getKey());
        }
    }

    private void forgetFromMemory(long at) {
        polls.remove(at);
        newest = polls.isEmpty() ? Long.MIN_VALUE : newest;
        wholeFrom = Math.max(wholeFrom, at + 1);
        if (at == lastAt) {
            lastAt = Long.MIN_VALUE;
            last = null;
        }
    }

    void forgetBefore(long at) {
        while (!polls.isEmpty() && polls.firstKey() < at) {
            forgetFromMemory(polls.firstKey());
        }
    }
}
