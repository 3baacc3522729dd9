package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.ledger.bills.BillShelf;
import io.gpuledger.ledger.jobs.JobShelf;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What a meter remembers: one partition's pods with their jobs and bills, polls, jobs by themselves and the last tick of each account. */
public interface MeterStore extends JobShelf, BillShelf {

    @Nullable Pod pod(AccountRef account, String id);

    void keep(Pod pod);

    /** A number no pod of this partition has yet. */
    int nextNumber();

    /** The pods of an account that were live at the end of their timelines. */
    Collection<Pod> livePods(AccountRef account);

    /** All pods of an account, live or gone. */
    Collection<Pod> pods(AccountRef account);

    @Nullable Poll poll(AccountRef account, long at);

    void keep(AccountRef account, long at, Poll poll);

    /** The nearest poll before an instant that fulfils the condition. */
    Map.@Nullable Entry<Long, Poll> pollBefore(AccountRef account, long at, BiPredicate<Long, Poll> condition);

    /** The first poll after an instant and before another that fulfils the condition. */
    Map.@Nullable Entry<Long, Poll> pollAfter(
            AccountRef account, long at, long before, BiPredicate<Long, Poll> condition);

    /** Forgets the polls of an account before an instant. */
    void forgetPollsBefore(AccountRef account, long at);

    @Nullable Job job(String key);

    void keep(Job job);

    /** The newest instant known of an account; {@link Long#MIN_VALUE} where there is none. */
    long newest(AccountRef account);

    /** The last instant ticked for an account; {@link Long#MIN_VALUE} where there is none. */
    long lastTick(AccountRef account);

    void ticked(AccountRef account, long at);
}
