package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.AccountRef;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What a meter remembers: one partition's pods, polls, jobs and the last tick of each account. */
public interface MeterStore {

    @Nullable Pod pod(AccountRef account, String id);

    void keep(Pod pod);

    /** A number no pod of this partition has yet. */
    int nextNumber();

    /** How a pod that was live at the end of its timeline was last seen; without reading its timeline. */
    Pod.@Nullable Glance glance(AccountRef account, String id);

    /** The pods of an account that were live at the end of their timelines and that a poll did not see. */
    Collection<Pod> livePodsMissedBy(Poll poll, AccountRef account);

    /** All pods of an account, live or gone. */
    Collection<Pod> pods(AccountRef account);

    /** Notes that the poll at an instant saw a pod, by its number; true where that was known. */
    boolean sees(AccountRef account, long at, int pod);

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
