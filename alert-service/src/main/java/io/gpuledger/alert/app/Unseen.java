package io.gpuledger.alert.app;

import io.gpuledger.common.event.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka has and the desk has not read yet. Whoever posts need not wait for the desk; whoever asks waits, so that
 * what was posted before is in the answer.
 */
final class Unseen {

    /** Posted beyond this, the desk is waited for: how many it holds must be known well enough to refuse more. */
    static final int ALERTS_MAX = 10_000;

    private static final Duration SEEN_WITHIN = Duration.ofSeconds(1);

    private final BiPredicate<String, Instant> isSeen;
    private final Deque<Posted> posts = new ArrayDeque<>();
    private long number;
    private int count;

    /** All alerts are in one partition, so the last of a post is seen last. */
    private record Posted(long number, String fingerprint, Instant at, int count) {}

    /** @param isSeen whether the desk has what was told of this fingerprint at this instant */
    Unseen(BiPredicate<String, Instant> isSeen) {
        this.isSeen = isSeen;
    }

    synchronized void add(List<Alert> posted) {
        if (!posted.isEmpty()) {
            Alert last = posted.getLast();
            posts.add(new Posted(++number, last.fingerprint(), last.at(), posted.size()));
            count += posted.size();
        }
    }

    /** Returns when there are few enough, or it has taken too long. */
    void awaitRoom() {
        Posted first = first();
        while (isFull() && first != null) {
            await(first);
            first = first();
        }
    }

    /** Returns when there are none, or it has taken too long. */
    void awaitAll() {
        Posted last = last();
        if (last != null) {
            await(last);
        }
    }

    private void await(Posted post) {
        Waiting.until(() -> isSeen.test(post.fingerprint(), post.at()), SEEN_WITHIN);
        forgetUntil(post.number());
    }

    private synchronized void forgetUntil(long seen) {
        for (Posted head = posts.peek(); head != null && head.number() <= seen; head = posts.peek()) {
            posts.remove();
            count -= head.count();
        }
    }

    private synchronized boolean isFull() {
        return count > ALERTS_MAX;
    }

    private synchronized @Nullable Posted first() {
        return posts.peekFirst();
    }

    private synchronized @Nullable Posted last() {
        return posts.peekLast();
    }
}
