package io.gpuledger.ledger.store.meter;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.ledger.store.Keys;
import io.gpuledger.ledger.timeline.Poll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The polls of every account, in the order of their instants. */
public final class PollTable {

    private final KeyValueStore<String, Poll> polls;

    public PollTable(KeyValueStore<String, Poll> polls) {
        this.polls = polls;
    }

    public @Nullable Poll get(AccountRef account, long at) {
        return polls.get(Keys.poll(account, at));
    }

    public void put(AccountRef account, long at, Poll poll) {
        polls.put(Keys.poll(account, at), poll);
    }

    public Map.@Nullable Entry<Long, Poll> before(AccountRef account, long at, BiPredicate<Long, Poll> condition) {
        if (at <= 0) {
            return null;
        }
        try (KeyValueIterator<String, Poll> back =
                polls.reverseRange(Keys.first(account.toString()), Keys.poll(account, at - 1))) {
            return first(back, condition);
        }
    }

    public Map.@Nullable Entry<Long, Poll> after(
            AccountRef account, long at, long until, BiPredicate<Long, Poll> condition) {
        if (until <= at + 1) {
            return null;
        }
        try (KeyValueIterator<String, Poll> on =
                polls.range(Keys.poll(account, at + 1), Keys.poll(account, until - 1))) {
            return first(on, condition);
        }
    }

    private static Map.@Nullable Entry<Long, Poll> first(
            KeyValueIterator<String, Poll> found, BiPredicate<Long, Poll> condition) {
        while (found.hasNext()) {
            KeyValue<String, Poll> next = found.next();
            long at = Keys.instantIn(next.key);
            if (condition.test(at, next.value)) {
                return Map.entry(at, next.value);
            }
        }
        return null;
    }

    public void forgetBefore(AccountRef account, long at) {
        List<String> past = new ArrayList<>();
        try (KeyValueIterator<String, Poll> old =
                polls.range(Keys.first(account.toString()), Keys.poll(account, at - 1))) {
            old.forEachRemaining(entry -> past.add(entry.key));
        }
        past.forEach(polls::delete);
    }

    /** The instant of the last poll; {@link Long#MIN_VALUE} where there is none. */
    public long last(AccountRef account) {
        try (KeyValueIterator<String, Poll> back =
                polls.reverseRange(Keys.first(account.toString()), Keys.last(account.toString()))) {
            return back.hasNext() ? Keys.instantIn(back.next().key) : Long.MIN_VALUE;
        }
    }
}
