package io.gpuledger.ledger.registry;

import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigCommand;
import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.event.ConfigEntry;
import io.gpuledger.common.event.ConfigKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What the configuration is, at every instance; and whoever wants it changed waits here for the keeper's decision. */
public final class Registry implements AutoCloseable {

    private final Known known = new Known();
    private final Map<String, CompletableFuture<ConfigDecided>> waiting = new ConcurrentHashMap<>();
    private final Listener listener;
    private final Commands commands;

    /** @param source the {@code ce_source} of what is asked for */
    public Registry(String bootstrapServers, String source) {
        this.listener = new Listener(bootstrapServers, this::heard, this::heard);
        this.commands = new Commands(bootstrapServers, source);
    }

    public void start() {
        listener.start();
    }

    private void heard(ConfigEntry entry) {
        known.take(entry);
    }

    private void heard(ConfigDecided decided) {
        CompletableFuture<ConfigDecided> asked = waiting.get(decided.command());
        if (asked != null) {
            asked.complete(decided);
        }
    }

    /** The version of the last change; 0 before the first. */
    public long version() {
        listening();
        return known.version();
    }

    /** Every resource there is, by kind and name. */
    public List<ConfigChanged> all() {
        listening();
        return known.live();
    }

    public @Nullable ConfigChanged of(ConfigKind kind, String name) {
        listening();
        return known.live(kind, name);
    }

    /** Everything there is, as far as it is known; for what must not wait. */
    public List<ConfigChanged> sofar() {
        return known.live();
    }

    /** The version of the last change that is known; for what must not wait. */
    public long versionSofar() {
        return known.version();
    }

    /** What came of a command, when it can be seen here too. */
    public ConfigDecided decide(ConfigCommand command, Duration patience) {
        listening();
        long deadline = System.nanoTime() + patience.toNanos();
        CompletableFuture<ConfigDecided> answer = new CompletableFuture<>();
        waiting.put(command.command(), answer);
        try {
            commands.send(command, patience);
            ConfigDecided decided = answer.get(Known.left(deadline).toNanos(), TimeUnit.NANOSECONDS);
            if (!decided.changes().isEmpty() && !known.await(decided.version(), Known.left(deadline))) {
                throw new Undecided("the change was accepted, and is not known at this instance yet", null);
            }
            return decided;
        } catch (TimeoutException | ExecutionException e) {
            throw new Undecided(
                    "no decision within " + patience.toSeconds() + " s; command " + command.command()
                            + " may still be decided",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Undecided("interrupted", e);
        } finally {
            waiting.remove(command.command());
        }
    }

    private void listening() {
        if (!listener.isListening()) {
            throw new Undecided("the configuration is not read yet", null);
        }
    }

    @Override
    public void close() {
        listener.close();
        commands.close();
    }
}
