package io.gpuledger.ledger.registry;

import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigEntry;
import io.gpuledger.common.event.ConfigKind;
import io.gpuledger.common.event.ConfigSettled;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The resources as they were told so far; a command's changes are known when it was told whole. */
final class Known {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();
    private final Map<String, ConfigChanged> waiting = new HashMap<>();
    private final Map<String, ConfigChanged> known = new TreeMap<>();
    private long version;

    void take(ConfigEntry entry) {
        lock.lock();
        try {
            switch (entry) {
                case ConfigChanged change -> waiting.put(change.key(), change);
                case ConfigSettled end -> settle(end);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Told again after a lost connection, an older version changes nothing. */
    private void settle(ConfigSettled end) {
        waiting.forEach(
                (key, change) -> known.merge(key, change, (old, now) -> now.version() >= old.version() ? now : old));
        waiting.clear();
        version = Math.max(version, end.version());
        settled.signalAll();
    }

    List<ConfigChanged> live() {
        lock.lock();
        try {
            return known.values().stream().filter(kept -> !kept.isDeleted()).toList();
        } finally {
            lock.unlock();
        }
    }

    @Nullable ConfigChanged live(ConfigKind kind, String name) {
        lock.lock();
        try {
            ConfigChanged kept = known.get(ConfigChanged.key(kind, name));
            return kept == null || kept.isDeleted() ? null : kept;
        } finally {
            lock.unlock();
        }
    }

    long version() {
        lock.lock();
        try {
            return version;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a version is known; true where it is in time. */
    boolean await(long wanted, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (version < wanted && left > 0) {
                left = settled.awaitNanos(left);
            }
            return version >= wanted;
        } finally {
            lock.unlock();
        }
    }

    static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    static long millis(Duration duration) {
        return TimeUnit.NANOSECONDS.toMillis(duration.toNanos());
    }
}
