package io.gpuledger.ledger.store.polls;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.ledger.store.commit.CommitStore;
import io.gpuledger.ledger.timeline.Poll;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;

/** The polls of one partition. The newest of each account are in memory and changed there. */
@NullUnmarked
public final class PollStore extends CommitStore {

    private final Map<AccountRef, AccountPolls> accounts = new HashMap<>();
    private AccountRef lastAccount;
    private AccountPolls lastPolls;

    public PollStore(KeyValueStore<Bytes, byte[]> written) {
        super(written);
    }

    /** Notes that a pod was seen; true where that was known. */
    public boolean sees(AccountRef account, long at, int pod) {
        AccountPolls polls = of(account);
        Poll poll = find(account, polls, at);
        if (poll == null) {
            BitSet seen = new BitSet(pod + 1);
            seen.set(pod);
            polls.put(at, new Poll(seen, Poll.UNKNOWN));
            return false;
        }
        if (poll.seen().get(pod)) {
            return true;
        }
        poll.seen().set(pod);
        polls.touched(at);
        return false;
    }

    public Poll poll(AccountRef account, long at) {
        return find(account, of(account), at);
    }

    public void keep(AccountRef account, long at, Poll poll) {
        of(account).put(at, poll);
    }

    /** {@link Long#MIN_VALUE} where there is none. */
    public long newest(AccountRef account) {
        return of(account).newest();
    }

    public Map.Entry<Long, Poll> before(AccountRef account, long at, BiPredicate<Long, Poll> condition) {
        AccountPolls polls = of(account);
        for (Map.Entry<Long, Poll> next :
                polls.map().headMap(at, false).descendingMap().entrySet()) {
            if (!polls.isWholeFrom(next.getKey())) {
                break;
            }
            if (condition.test(next.getKey(), next.getValue())) {
                return next;
            }
        }
        if (polls.isWholeFrom(0)) {
            return null;
        }
        writeOut();
        long until = Math.min(at, polls.wholeFrom());
        return until <= 0
                ? null
                : first(wrapped().reverseRange(PollKey.first(account), PollKey.of(account, until - 1)), condition);
    }

    public Map.Entry<Long, Poll> after(AccountRef account, long at, long before, BiPredicate<Long, Poll> condition) {
        AccountPolls polls = of(account);
        if (before <= at + 1) {
            return null;
        }
        if (!polls.isWholeFrom(at + 1)) {
            writeOut();
            return first(wrapped().range(PollKey.of(account, at + 1), PollKey.of(account, before - 1)), condition);
        }
        for (Map.Entry<Long, Poll> next :
                polls.map().subMap(at, false, before, false).entrySet()) {
            if (condition.test(next.getKey(), next.getValue())) {
                return next;
            }
        }
        return null;
    }

    public void forgetBefore(AccountRef account, long at) {
        if (at <= 0) {
            return;
        }
        of(account).forgetBefore(at);
        List<Bytes> past = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> old =
                wrapped().range(PollKey.first(account), PollKey.of(account, at - 1))) {
            old.forEachRemaining(entry -> past.add(entry.key));
        }
        past.forEach(wrapped()::delete);
    }

    private static Map.Entry<Long, Poll> first(
            KeyValueIterator<Bytes, byte[]> found, BiPredicate<Long, Poll> condition) {
        try (found) {
            while (found.hasNext()) {
                KeyValue<Bytes, byte[]> next = found.next();
                long at = PollKey.instantIn(next.key);
                Poll poll = PollBytes.read(next.value);
                if (condition.test(at, poll)) {
                    return Map.entry(at, poll);
                }
            }
            return null;
        }
    }

    /** An old poll that is not in memory is fetched, and stays until the next flush. */
    private Poll find(AccountRef account, AccountPolls polls, long at) {
        Poll known = polls.at(at);
        if (known != null || polls.isWholeFrom(at)) {
            return known;
        }
        byte[] written = wrapped().get(PollKey.of(account, at));
        if (written == null) {
            return null;
        }
        Poll poll = PollBytes.read(written);
        polls.read(at, poll);
        return poll;
    }

    private AccountPolls of(AccountRef account) {
        if (!account.equals(lastAccount)) {
            lastAccount = account;
            lastPolls = accounts.computeIfAbsent(account, this::newestOf);
        }
        return lastPolls;
    }

    private AccountPolls newestOf(AccountRef account) {
        Map<Long, Poll> newest = new HashMap<>();
        long wholeFrom = 0;
        try (KeyValueIterator<Bytes, byte[]> back =
                wrapped().reverseRange(PollKey.first(account), PollKey.last(account))) {
            while (back.hasNext() && newest.size() < AccountPolls.KEPT_MAX) {
                KeyValue<Bytes, byte[]> next = back.next();
                newest.put(PollKey.instantIn(next.key), PollBytes.read(next.value));
                wholeFrom = back.hasNext() ? PollKey.instantIn(next.key) : 0;
            }
        }
        AccountPolls polls = new AccountPolls(wholeFrom);
        newest.forEach(polls::read);
        return polls;
    }

    @Override
    protected void writeOut() {
        accounts.forEach((account, polls) ->
                polls.writeTo((at, poll) -> wrapped().put(PollKey.of(account, at), PollBytes.write(poll))));
    }

    /** Forgets what is in memory; it is read again when it is needed. */
    @Override
    public void clearCache() {
        accounts.clear();
        lastAccount = null;
        lastPolls = null;
    }
}
