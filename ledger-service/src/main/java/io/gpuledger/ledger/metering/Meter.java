package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.PollFailed;
import io.gpuledger.common.event.Tick;
import io.gpuledger.ledger.rating.Rater;
import io.gpuledger.ledger.rating.Sight;
import java.time.Duration;
import java.util.List;

/**
 * The meter of one partition: facts are kept, and what they make due and was not posted yet is posted. An observation that changes nothing costs a look-up and a bit; one that does, in whatever
 * order it came, is put in its place, and the difference of the steps is posted.
 */
public final class Meter {

    /** How much older than the newest instant of its account an observation may be. */
    public static final Duration HORIZON = Duration.ofDays(35);

    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

    private final MeterStore store;
    private final Posted out;
    private final RollCall rollCall;
    private Rater rater;
    private Ledgers ledgers;

    public Meter(MeterStore store, Rater rater, Posted out) {
        this.store = store;
        this.out = out;
        this.rollCall = new RollCall(store);
        this.rater = rater;
        this.ledgers = new Ledgers(store, rater, out);
    }

    /** From now on it is rated so; what was posted is as it was until each pod and job is rated again. */
    public void useRater(Rater other) {
        this.rater = other;
        this.ledgers = new Ledgers(store, other, out);
    }

    /// observation -> its place on the pod's timeline -> postings
    public void observed(PodObserved event) {
        long at = event.at().toEpochMilli();
        if (isBeyondTheHorizon(event.account(), at)) {
            out.refuse(
                    event,
                    "at must not be more than " + HORIZON.toDays() + " days before the account's newest instant");
            return;
        }
        Pod.Glance glance = store.glance(event.account(), event.pod());
        boolean again;
        if (glance != null && glance.isConfirmedBy(event, at, rater.version())) {
            again = sees(event.account(), at, glance.number());
        } else {
            Pod pod = store.pod(event.account(), event.pod());
            Pod known = pod == null ? Pod.unseen(event.account(), event.pod(), store.nextNumber()) : pod;
            again = sees(event.account(), at, known.number());
            place(known, at, Sight.of(event), again);
        }
        if (!again && poll(event.account(), at).expected() != Poll.UNKNOWN) {
            callTheRoll(event.account(), at);
        }
    }

    private boolean sees(AccountRef account, long at, int pod) {
        forgetOldPolls(account, at);
        return store.sees(account, at, pod);
    }

    /// marker -> pods it did not count are gone -> tick
    public void completed(PollCompleted marker) {
        long at = marker.at().toEpochMilli();
        if (isBeyondTheHorizon(marker.account(), at)) {
            out.refuse(
                    marker,
                    "at must not be more than " + HORIZON.toDays() + " days before the account's newest instant");
            return;
        }
        Poll poll = poll(marker.account(), at);
        if (poll.expected() == Poll.UNKNOWN) {
            forgetOldPolls(marker.account(), at);
            store.keep(marker.account(), at, poll.expecting(marker.pods()));
            callTheRoll(marker.account(), at);
        }
        tick(new Tick(marker.account(), marker.at(), true, marker.partition(), marker.partitions()));
    }

    /** A failed poll ends nothing; it moves ledger time on. */
    public void failed(PollFailed marker) {
        tick(new Tick(marker.account(), marker.at(), false, marker.partition(), marker.partitions()));
    }

    /** Of two records of a job the later recorded is true; of two recorded at one instant, the greater text. */
    public void recorded(JobRecorded job) {
        Job known = store.job(job.identity());
        if (known == null || outranks(job, known.record())) {
            store.keep(ledgers.settle(job, known == null ? List.of() : known.posted(), job.id()));
        }
    }

    /** Posts what changed for a pod because the configuration did. */
    public void rateAgain(Pod pod) {
        if (!pod.ratedBy().equals(rater.version())) {
            settle(pod, "configuration " + rater.version());
        }
    }

    /** Posts what changed for a job because the configuration did. */
    public void rateAgain(Job job) {
        if (!job.ratedBy().equals(rater.version())) {
            store.keep(ledgers.settle(job.record(), job.posted(), "configuration " + rater.version()));
        }
    }

    private void place(Pod pod, long at, Sight sight, boolean again) {
        Sight held = pod.inForceAt(at);
        boolean changes = held == null || !sight.sameAs(held);
        if (again && held != null && (!changes || !sight.outranks(held))) {
            return;
        }
        if (changes) {
            settle(rollCall.confirmed(pod.with(at, sight), at, held), sight.cause());
        } else if (at < pod.sights().lastKey() || !pod.ratedBy().equals(rater.version())) {
            settle(pod, sight.cause());
        }
    }

    private void callTheRoll(AccountRef account, long at) {
        rollCall.after(account, at, this::settle);
    }

    private void settle(Pod pod, String cause) {
        store.keep(ledgers.settle(pod, cause));
    }

    /** Once for every hour of the account's time; polls of a further horizon stay, to tell of what lies at its edge. */
    private void forgetOldPolls(AccountRef account, long at) {
        long newest = store.newest(account);
        if (newest != Long.MIN_VALUE && Math.floorDiv(at, HOUR_MILLIS) > Math.floorDiv(newest, HOUR_MILLIS)) {
            store.forgetPollsBefore(account, at - 2 * HORIZON.toMillis());
        }
    }

    private void tick(Tick tick) {
        if (tick.at().toEpochMilli() > store.lastTick(tick.account())) {
            store.ticked(tick.account(), tick.at().toEpochMilli());
            out.post(tick);
        }
    }

    private Poll poll(AccountRef account, long at) {
        Poll poll = store.poll(account, at);
        return poll == null ? Poll.unmarked() : poll;
    }

    private boolean isBeyondTheHorizon(AccountRef account, long at) {
        long newest = store.newest(account);
        return newest != Long.MIN_VALUE && at < newest - HORIZON.toMillis();
    }

    private static boolean outranks(JobRecorded job, JobRecorded known) {
        int later = job.at().compareTo(known.at());
        return later > 0 || (later == 0 && job.toString().compareTo(known.toString()) > 0);
    }
}
