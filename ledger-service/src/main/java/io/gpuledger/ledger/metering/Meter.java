package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.JobStarted;
import io.gpuledger.common.event.JobStopped;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.PollFailed;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.event.Tick;
import io.gpuledger.ledger.looks.Finder;
import io.gpuledger.ledger.looks.LookShelf;
import io.gpuledger.ledger.looks.Looker;
import io.gpuledger.ledger.looks.Saying;
import io.gpuledger.ledger.rating.Rater;
import io.gpuledger.ledger.rating.Sight;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.timeline.News;
import io.gpuledger.ledger.timeline.Pod;
import io.gpuledger.ledger.timeline.Poll;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The meter of one partition: facts are kept, and what they make due and was not posted yet is posted. An observation that changes nothing costs a look-up and a bit; one that does, in whatever
 * order it came, is put in its place, and the difference of the steps is posted.
 */
public final class Meter {

    /** How much older than the newest instant of its account an observation may be. */
    public static final Duration HORIZON = Duration.ofDays(35);

    private final MeterStore store;
    private final Posted out;
    private final RollCall rollCall;
    private final Horizon horizon;
    private final Lister lister;
    private final Acts acts;
    private final Trimmer trimmer;
    private final LoneJobs lone;
    private final LookShelf looks;
    private final Finder finder;
    private Rater rater;
    private Ledgers ledgers;
    private Vigil vigil;
    private Looker looker;

    public Meter(MeterStore store, LookShelf looks, Rater rater, Posted out) {
        this.store = store;
        this.looks = looks;
        this.finder = new Finder(store, looks);
        this.out = out;
        this.rollCall = new RollCall(store);
        this.horizon = new Horizon(store, looks, out);
        this.lister = new Lister(store, out);
        this.acts = new Acts(store, out, horizon, this::settle);
        this.trimmer = new Trimmer(store);
        this.rater = rater;
        this.ledgers = new Ledgers(store, rater, out);
        this.lone = new LoneJobs(store, ledgers);
        this.vigil = new Vigil(store, new News(store, rater.metering()));
        this.looker = new Looker(looks, store, rater, out);
    }

    /** From now on it is rated so; what was posted is as it was until each pod and job is rated again. */
    public void useRater(Rater other) {
        this.rater = other;
        this.ledgers = new Ledgers(store, other, out);
        this.lone.use(ledgers);
        this.vigil = new Vigil(store, new News(store, other.metering()));
        this.looker = new Looker(looks, store, other, out);
    }

    /// observation -> its place on the pod's timeline -> postings
    public void observed(PodObserved event) {
        observed(new Saying(event), event.at(), event.utilisationPercent());
    }

    /** One that says what another did, but for its instant and use. */
    public void observed(Saying said, Instant instant, @Nullable Integer percent) {
        AccountRef account = said.account();
        long at = instant.toEpochMilli();
        if (horizon.isBehind(account, at)) {
            horizon.refuse(said.like().again(instant, percent));
            return;
        }
        Pod.Glance glance = finder.glance(said);
        boolean again;
        if (glance != null && glance.holds(at, rater.version())) {
            again = horizon.sees(account, at, glance.number());
            if (looker.looked(said, at, percent, again)) {
                looker.tell(store.podOf(account, said.like().pod()));
            }
        } else {
            again = placed(said.like().again(instant, percent), at);
        }
        if (!again && rollCall.poll(account, at).isCounted()) {
            callTheRoll(account, at);
        }
    }

    /** Puts an observation in its place; true where its poll had seen the pod before. */
    private boolean placed(PodObserved event, long at) {
        Pod known = store.podOf(event.account(), event.pod());
        boolean again = horizon.sees(event.account(), at, known.number());
        boolean looked = looker.looked(event, known.number(), again);
        if (place(known, event, again)) {
            lister.judge(event, rater);
        } else if (looked) {
            looker.tell(store.podOf(event.account(), event.pod()));
        }
        return again;
    }

    /// marker -> pods it did not count are gone -> tick
    public void completed(PollCompleted marker) {
        long at = marker.at().toEpochMilli();
        if (horizon.refuses(marker, at)) {
            return;
        }
        Poll poll = rollCall.poll(marker.account(), at);
        if (!poll.isCounted()) {
            horizon.forgetOldPolls(marker.account(), at);
            store.keep(marker.account(), at, poll.expecting(marker.pods()));
            callTheRoll(marker.account(), at);
            if (poll.isFailed()) {
                rollCall.again(marker.account(), at, this::settle);
            }
        }
        passed(new Tick(marker.account(), marker.at(), true, marker.partition(), marker.partitions()));
    }

    /// failed marker -> ends nothing; what is not heard of any more is held -> tick
    public void failed(PollFailed marker) {
        long at = marker.at().toEpochMilli();
        if (horizon.refuses(marker, at)) {
            return;
        }
        Poll poll = rollCall.poll(marker.account(), at);
        if (!poll.isCounted() && !poll.isFailed()) {
            horizon.forgetOldPolls(marker.account(), at);
            store.keep(marker.account(), at, poll.expecting(Poll.FAILED));
            if (at < store.newest(marker.account())) {
                rollCall.again(marker.account(), at, this::settle);
            } else {
                vigil.hold(marker.account(), this::settle, marker.id());
            }
        }
        passed(new Tick(marker.account(), marker.at(), false, marker.partition(), marker.partitions()));
    }

    /// a job's record -> the GPUs it held, a pod's or its own -> postings
    public void recorded(JobRecorded job) {
        if (job.pod() != null) {
            acts.acted(job, job.pod(), job.until());
            return;
        }
        lone.recorded(job);
    }

    /// what a job did on a pod -> its place among the jobs of the pod -> postings
    public void started(JobStarted job) {
        acts.acted(job, job.pod(), job.at());
    }

    public void stopped(JobStopped job) {
        acts.acted(job, job.pod(), job.at());
    }

    /// line of a bill -> its place among those of its resource -> adjustments
    public void billed(BillLine line) {
        acts.billed(line);
    }

    /// price list -> its place among those of its provider -> postings
    public void listed(PricesListed list) {
        if (lister.listed(list, this::settle)) {
            lone.listed(list);
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
            lone.again(job, "configuration " + rater.version());
        }
    }

    private boolean place(Pod pod, PodObserved event, boolean again) {
        long at = event.at().toEpochMilli();
        Sight sight = Sight.of(event);
        Sight held = pod.inForceAt(at);
        boolean changes = held == null || !sight.sameAs(held);
        if (again && held != null && (!changes || !sight.outranks(held))) {
            return false;
        }
        if (changes && Trimmer.isFull(pod)) {
            out.refuse(event, Trimmer.RULE);
            return false;
        }
        if (changes) {
            settle(rollCall.confirmed(pod.with(at, sight), at, held), sight.cause());
        } else if (at < pod.sights().lastKey()
                || pod.heldFrom() != Span.OPEN
                || !pod.ratedBy().equals(rater.version())) {
            settle(pod, sight.cause());
        }
        return changes;
    }

    private void callTheRoll(AccountRef account, long at) {
        if (rollCall.poll(account, at).isComplete()) {
            rollCall.after(account, at, this::settle);
            vigil.heed(account, at);
        }
    }

    private void settle(Pod pod, String cause) {
        Pod settled = trimmer.trimmed(ledgers.settle(pod, cause), ledgers);
        store.keep(settled);
        vigil.heed(settled);
        looker.tell(settled);
    }

    /** The first marker of an account makes silence count from then on, and before. */
    private void passed(Tick tick) {
        long at = tick.at().toEpochMilli();
        long last = store.lastTick(tick.account());
        if (at <= last) {
            return;
        }
        store.ticked(tick.account(), at);
        if (last == News.NEVER) {
            rollCall.whole(tick.account(), this::settle, tick.id());
        }
        vigil.ledgerTimeMoved(this::settle, tick.id());
        looker.passed(store.ledgerTime(), tick.partition());
        out.post(tick);
    }
}
