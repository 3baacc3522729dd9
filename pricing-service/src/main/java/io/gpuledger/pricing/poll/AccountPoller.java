package io.gpuledger.pricing.poll;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.pricing.provider.FetchOutcome;
import io.gpuledger.pricing.provider.PodsSeen;
import io.gpuledger.pricing.provider.PodsSeen.UnreadablePod;
import io.gpuledger.pricing.publish.DeadLetter;
import io.gpuledger.pricing.publish.OutgoingRecord;
import io.gpuledger.pricing.publish.PollRecords;
import io.gpuledger.pricing.publish.PollRecords.Reason;
import io.gpuledger.pricing.publish.Publisher;
import io.gpuledger.pricing.publish.Publisher.NotPublished;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One poll of an account, from top to bottom: ask, publish prices, balance and pods, then the marker.
 *
 * <p>The marker says completed only where every pod the provider listed was published. A pod that cannot be read goes to
 * the dead letters and makes its poll a failed one, whether or not its id can be read: the others are published, and
 * nothing ends, because a pod that is not understood goes on being charged.
 */
public final class AccountPoller {

    private final AccountRef account;
    private final Questions questions;
    private final Publisher publisher;
    private final InstantSource clock;
    private final PollInstants instants = new PollInstants();

    public AccountPoller(AccountRef account, Questions questions, Publisher publisher, InstantSource clock) {
        this.account = account;
        this.questions = questions;
        this.publisher = publisher;
        this.clock = clock;
    }

    public AccountRef account() {
        return account;
    }

    public PollReport poll() {
        Instant at = instants.next(clock.instant());
        Answers answers = questions.ask(at);
        Reason reason = publish(answers, at);
        PodsSeen seen = seen(answers);
        return new PollReport(
                at,
                reason == null ? PollReport.COMPLETED : reason.word(),
                reason == null ? "" : reason.detail(),
                seen.pods().size(),
                answers.account().failure(),
                answers.prices() == null ? null : answers.prices().failure(),
                seen.unreadable().stream().map(UnreadablePod::reason).toList(),
                Duration.between(at, clock.instant()));
    }

    /** Why the poll is not a completed one; absent where it is. */
    private @Nullable Reason publish(Answers answers, Instant at) {
        try {
            int partitions = publisher.podPartitions();
            PodsSeen seen = seen(answers);
            List<OutgoingRecord> pods = PollRecords.pods(seen.pods(), partitions);
            publisher.publish(news(answers, pods));
            for (UnreadablePod pod : seen.unreadable()) {
                publisher.bury(new DeadLetter(account.toString(), at, pod.reason(), pod.json()));
            }
            Reason reason = reason(answers.pods());
            publisher.publish(
                    reason == null
                            ? PollRecords.completed(account, at, pods, partitions)
                            : PollRecords.failed(account, at, reason, partitions));
            return reason;
        } catch (NotPublished e) {
            return unpublished(at, e);
        }
    }

    private static List<OutgoingRecord> news(Answers answers, List<OutgoingRecord> pods) {
        List<OutgoingRecord> news = new ArrayList<>();
        if (answers.prices() instanceof FetchOutcome.Fetched<PricesListed> prices) {
            news.add(OutgoingRecord.of(prices.value(), PollRecords.SOURCE));
        }
        if (answers.account() instanceof FetchOutcome.Fetched<AccountObserved> balance) {
            news.add(OutgoingRecord.of(balance.value(), PollRecords.SOURCE));
        }
        news.addAll(pods);
        return news;
    }

    /** Some records may be written and others not; that the poll failed may still be told, or not. */
    private Reason unpublished(Instant at, NotPublished problem) {
        Reason reason = new Reason(PollReport.UNPUBLISHED, String.valueOf(problem.getMessage()));
        try {
            int partitions = publisher.podPartitions();
            publisher.publish(PollRecords.failed(
                    account, at, new Reason("unavailable", "the poll could not be published"), partitions));
        } catch (NotPublished e) {
            problem.addSuppressed(e);
        }
        return reason;
    }

    private static @Nullable Reason reason(FetchOutcome<PodsSeen> pods) {
        return switch (pods) {
            case FetchOutcome.Failed<PodsSeen> failed ->
                new Reason(failed.failure().reason(), failed.failure().detail());
            case FetchOutcome.Fetched<PodsSeen> fetched -> unreadable(fetched.value());
        };
    }

    private static @Nullable Reason unreadable(PodsSeen seen) {
        int count = seen.unreadable().size();
        return count == 0 ? null : new Reason("malformed", count + " pods could not be read; see the dead letters");
    }

    private static PodsSeen seen(Answers answers) {
        return answers.pods() instanceof FetchOutcome.Fetched<PodsSeen> fetched
                ? fetched.value()
                : new PodsSeen(List.of(), List.of());
    }
}
