package io.gpuledger.ledger.gather;

import io.gpuledger.ledger.store.StoredBooks;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compares what stands here with what was committed. One look tells of all partitions and is good for a moment, so that the
 * parts of one answer, and those who ask at once, share it.
 */
public final class Changelogs implements StoredBooks.Standing, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Changelogs.class);
    private static final Duration LOOK_KEPT = Duration.ofMillis(100);

    private final ReentrantLock lock = new ReentrantLock();
    private final ExecutorService looking = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("changelogs").factory());
    private final KafkaStreams streams;
    private final String application;
    private final Duration patience;
    private final Tails tails;
    private @Nullable Future<Set<Integer>> last;
    private long begun;

    /** @param patience how long is waited for a look; what is not known by then counts as not caught up */
    public Changelogs(KafkaStreams streams, String bootstrapServers, String application, Duration patience) {
        this.streams = streams;
        this.application = application;
        this.patience = patience;
        this.tails = new Tails(bootstrapServers, application + "-changelog-ends", patience);
    }

    @Override
    public Set<Integer> caughtUp(Set<Integer> partitions) {
        Set<Integer> caughtUp = new TreeSet<>(partitions);
        try {
            caughtUp.retainAll(look().get(patience.toMillis(), TimeUnit.MILLISECONDS));
            return caughtUp;
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("it is not known how far the changelogs go", e);
            return Set.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Set.of();
        }
    }

    /** The look that is being taken, or was begun a moment ago; else a new one. */
    private Future<Set<Integer>> look() {
        lock.lock();
        try {
            Future<Set<Integer>> look = last;
            if (look == null || (look.isDone() && System.nanoTime() - begun > LOOK_KEPT.toNanos())) {
                begun = System.nanoTime();
                look = looking.submit(this::allCaughtUp);
                last = look;
            }
            return look;
        } finally {
            lock.unlock();
        }
    }

    private Set<Integer> allCaughtUp() {
        try {
            Map<String, Map<Integer, LagInfo>> here = streams.allLocalStorePartitionLags();
            Set<Integer> whole = new TreeSet<>(
                    here.getOrDefault(StoredBooks.STORES.iterator().next(), Map.of())
                            .keySet());
            StoredBooks.STORES.forEach(
                    store -> whole.retainAll(here.getOrDefault(store, Map.of()).keySet()));
            Map<TopicPartition, Long> offsets = new HashMap<>();
            for (String store : StoredBooks.STORES) {
                here.getOrDefault(store, Map.of()).forEach((partition, lag) -> {
                    if (whole.contains(partition) && lag.offsetLag() != 0) {
                        offsets.put(changelog(store, partition), lag.currentOffsetPosition());
                    }
                });
            }
            Set<TopicPartition> behind = tails.behind(offsets);
            behind.forEach(changelog -> whole.remove(changelog.partition()));
            LOG.debugf("caught up here: %s; behind: %s", whole, behind);
            return whole;
        } catch (KafkaException | IllegalStateException e) {
            LOG.debug("it is not known how far the changelogs go", e);
            return Set.of();
        }
    }

    private TopicPartition changelog(String store, int partition) {
        return new TopicPartition(application + "-" + store + "-changelog", partition);
    }

    @Override
    public void close() {
        looking.shutdownNow();
        try {
            if (looking.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                tails.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
