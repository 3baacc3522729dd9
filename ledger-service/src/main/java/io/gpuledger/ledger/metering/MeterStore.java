package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.ledger.bills.BillShelf;
import io.gpuledger.ledger.jobs.JobShelf;
import io.gpuledger.ledger.rating.PriceLists;
import io.gpuledger.ledger.timeline.Glances;
import io.gpuledger.ledger.timeline.Pod;
import io.gpuledger.ledger.timeline.Poll;
import io.gpuledger.ledger.timeline.Polls;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a meter remembers: one partition's pods with their jobs and bills, polls, jobs by themselves and the last tick of each account. */
public interface MeterStore extends Polls, Glances, JobShelf, BillShelf {

    @Nullable Pod pod(AccountRef account, String id);

    /** The pod as it is known; one never seen where it is not. */
    default Pod podOf(AccountRef account, String id) {
        Pod pod = pod(account, id);
        return pod == null ? Pod.unseen(account, id, nextNumber()) : pod;
    }

    void keep(Pod pod);

    /** A number no pod of this partition has yet. */
    int nextNumber();

    /** The accounts that have pods that were live at the end of their timelines. */
    Set<AccountRef> liveAccounts();

    /** The pods of an account that were live at the end of their timelines. */
    Collection<Pod> livePods(AccountRef account);

    /** Those of them that a poll did not see. */
    Collection<Pod> livePodsMissedBy(Poll poll, AccountRef account);

    /** All pods of an account, live or gone. */
    Collection<Pod> pods(AccountRef account);

    /** Notes that the poll at an instant saw a pod, by its number; true where that was known. */
    boolean sees(AccountRef account, long at, int pod);

    void keep(AccountRef account, long at, Poll poll);

    /** Forgets the polls of an account before an instant. */
    void forgetPollsBefore(AccountRef account, long at);

    /** The pods of all accounts of a provider, live or gone. */
    Collection<Pod> podsOf(String provider);

    PriceLists prices();

    void keep(PricesListed list);

    @Nullable Job job(String key);

    void keep(Job job);

    Collection<Job> allJobs();

    void ticked(AccountRef account, long at);
}
