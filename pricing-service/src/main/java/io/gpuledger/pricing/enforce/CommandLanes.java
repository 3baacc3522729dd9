package io.gpuledger.pricing.enforce;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.action.ActionCommand;
import io.gpuledger.common.inbox.Lane;
import io.gpuledger.common.inbox.Places;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The commands of one partition on their way: of each account one at a time, in order, on a virtual thread of its own. */
final class CommandLanes implements Lane<ActionCommand> {

    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(5);

    private final Map<AccountRef, Enforcer> enforcers;
    private final BiConsumer<String, Throwable> complaints;
    private final Map<AccountRef, ExecutorService> threads = new HashMap<>();
    private final Places places = new Places();

    CommandLanes(Map<AccountRef, Enforcer> enforcers, BiConsumer<String, Throwable> complaints) {
        this.enforcers = enforcers;
        this.complaints = complaints;
    }

    @Override
    public synchronized void accept(long offset, @Nullable ActionCommand command) {
        Enforcer enforcer =
                command == null ? null : enforcers.get(command.order().account());
        if (command == null || enforcer == null) {
            places.pass(offset);
            return;
        }
        places.begin(offset);
        AccountRef account = command.order().account();
        threads.computeIfAbsent(
                        account,
                        any -> Executors.newSingleThreadExecutor(
                                Thread.ofVirtual().name("actions " + account).factory()))
                .execute(() -> carryOut(enforcer, offset, command));
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
        places.finish(offset);
    }

    @Override
    public synchronized OptionalLong safeOffset() {
        return places.safe();
    }

    @Override
    public synchronized int waiting() {
        return places.unfinished();
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
