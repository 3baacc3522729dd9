package io.gpuledger.pricing.poll;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Money;
import io.gpuledger.pricing.provider.BillsSeen;
import io.gpuledger.pricing.provider.BillsSeen.UnreadableLine;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;
import io.gpuledger.pricing.provider.Provider;
import io.gpuledger.pricing.provider.Provider.Range;
import io.gpuledger.pricing.publish.DeadLetter;
import io.gpuledger.pricing.publish.OutgoingRecord;
import io.gpuledger.pricing.publish.PollRecords;
import io.gpuledger.pricing.publish.Publisher;
import io.gpuledger.pricing.publish.Publisher.NotPublished;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the bills of an account and publishes the lines that are new or have changed. What was told before is remembered until
 * the service ends; told again, a line of the same amount changes nothing.
 */
public final class BillPoller {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LOOK_BACK_MAX = Duration.ofDays(35);
    private static final int BURIED_MAX = 10_000;

    private final AccountRef account;
    private final Provider provider;
    private final Publisher publisher;
    private final Past past;
    private final InstantSource clock;
    private final Map<String, Told> told = new HashMap<>();
    private final Set<String> buried = new HashSet<>();

    public BillPoller(AccountRef account, Provider provider, Publisher publisher, Past past, InstantSource clock) {
        this.account = account;
        this.provider = provider;
        this.publisher = publisher;
        this.past = past;
        this.clock = clock;
    }

    /**
     * Which hours are asked for.
     *
     * @param settledAfter how long after its end an hour is billed for good: providers write their records late
     * @param lookBack how far back records may change
     */
    public record Past(Duration settledAfter, Duration lookBack) {

        public Past {
            InvalidValue.unless(!settledAfter.isNegative(), "bills-settled-after", "must not be negative");
            InvalidValue.unless(
                    lookBack.compareTo(HOUR) >= 0 && lookBack.compareTo(LOOK_BACK_MAX) <= 0,
                    "bills-look-back",
                    "must be from 1 hour to 35 days");
        }

        Range range(Instant now) {
            Instant until = now.minus(settledAfter).truncatedTo(ChronoUnit.HOURS);
            return new Range(until.minus(lookBack).truncatedTo(ChronoUnit.HOURS), until);
        }
    }

    private record Told(Money amount, Instant until) {}

    /**
     * How asking ended.
     *
     * @param published lines that were new or had changed
     * @param failure why there is no answer; absent where there is
     * @param unpublished why the answer could not be published; absent where it could
     */
    public record Report(
            int published,
            @Nullable Failure failure,
            @Nullable String unpublished) {

        public boolean failed() {
            return failure != null || unpublished != null;
        }
    }

    public Report poll() {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Range range = past.range(at);
        return switch (asked(range, at)) {
            case FetchOutcome.Failed<BillsSeen> failed -> new Report(0, failed.failure(), null);
            case FetchOutcome.Fetched<BillsSeen> fetched -> published(fetched.value(), range, at);
        };
    }

    /** Nothing a provider says ends the watching of its account; the message is left out, it may hold anything. */
    private FetchOutcome<BillsSeen> asked(Range range, Instant at) {
        try {
            return provider.bills(range, at);
        } catch (RuntimeException e) {
            return FetchOutcome.failed(new Failure.Malformed(
                    "the answer was not understood: " + e.getClass().getSimpleName()));
        }
    }

    private Report published(BillsSeen seen, Range range, Instant at) {
        List<BillLine> news = seen.lines().stream().filter(this::isNews).toList();
        try {
            publisher.publish(news.stream()
                    .map(line -> OutgoingRecord.of(line, PollRecords.SOURCE))
                    .toList());
            news.forEach(line -> told.put(line.line(), new Told(line.amount(), line.until())));
            for (UnreadableLine line : seen.unreadable()) {
                if (!buried.contains(line.json()) && buried.size() < BURIED_MAX) {
                    publisher.bury(new DeadLetter(account.toString(), at, line.reason(), line.json()));
                    buried.add(line.json());
                }
            }
        } catch (NotPublished e) {
            return new Report(0, null, e.getMessage());
        }
        told.values().removeIf(line -> !line.until().isAfter(range.from()));
        return new Report(news.size(), null, null);
    }

    private boolean isNews(BillLine line) {
        Told before = told.get(line.line());
        return before == null || !before.amount().equals(line.amount());
    }
}
