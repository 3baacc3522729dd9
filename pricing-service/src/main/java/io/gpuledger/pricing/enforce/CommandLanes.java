package io.gpuledger.pricing.enforce;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.action.ActionCommand;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** The commands of one partition on their way: of each account one at a time, in order, on a virtual thread of its own. */
final class CommandLanes implements AutoCloseable {

    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(5);

    private final Map<AccountRef, Enforcer> enforcers;
    private final BiConsumer<String, Throwable> complaints;
    private final Map<AccountRef, ExecutorService> threads = new HashMap<>();
    private final TreeSet<Long> unfinished = new TreeSet<>();
    private long next = -1;
    private long committed = -1;

    CommandLanes(Map<AccountRef, Enforcer> enforcers, BiConsumer<String, Throwable> complaints) {
        this.enforcers = enforcers;
        this.complaints = complaints;
    }

    synchronized void accept(long offset, ActionCommand command) {
        AccountRef account = command.order().account();
        Enforcer enforcer = enforcers.get(account);
        pass(offset);
        if (enforcer != null) {
            unfinished.add(offset);
            threads.computeIfAbsent(
                            account,
                            any -> Executors.newSingleThreadExecutor(
                                    Thread.ofVirtual().name("actions " + account).factory()))
                    .execute(() -> carryOut(enforcer, offset, command));
        }
    }

    /** Nothing is to be done about it. */
    synchronized void pass(long offset) {
        next = offset + 1;
    }

    private void carryOut(Enforcer enforcer, long offset, ActionCommand command) {
        try {
            enforcer.carryOut(command);
            finish(offset);
        } catch (InterruptedException e) {
            // Broken off: it is read again.
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            complaints.accept("action " + command.action() + " could not be carried out: this is a bug", e);
            finish(offset);
        }
    }

    private synchronized void finish(long offset) {
        unfinished.remove(offset);
    }

    /** From where reading must begin again after a restart; absent where that is committed. */
    synchronized OptionalLong newSafeOffset() {
        long safe = unfinished.isEmpty() ? next : unfinished.first();
        if (safe < 0 || safe == committed) {
            return OptionalLong.empty();
        }
        committed = safe;
        return OptionalLong.of(safe);
    }

    synchronized void commitAgain() {
        committed = -1;
    }

    synchronized int waiting() {
        return unfinished.size();
    }

    @Override
    public void close() {
        threads.values().forEach(ExecutorService::shutdownNow);
        for (ExecutorService thread : threads.values()) {
            try {
                thread.awaitTermination(CLOSED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
