package io.gpuledger.alert.routing;

import io.gpuledger.alert.desk.Plan;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The routing file in force. A file that cannot be used leaves the one before it in force. */
public final class RoutingInForce implements Supplier<Plan> {

    private final Supplier<RoutingFile> source;
    private String version;
    private int wishes;
    private volatile RoutingFile file;
    private volatile Last last;

    /**
     * The last time the file was read.
     *
     * @param loadedAt when a file was last taken into force
     * @param usable whether the file that was read last can be used
     */
    public record Last(Instant loadedAt, boolean usable) {}

    /** @param source reads the file anew; throws {@link InvalidRouting} where it cannot be used */
    public RoutingInForce(Supplier<RoutingFile> source, Instant now) {
        this.source = source;
        this.file = source.get();
        this.version = file.plan().version();
        this.last = new Last(now, true);
    }

    public RoutingFile file() {
        return file;
    }

    @Override
    public Plan get() {
        return file.plan();
    }

    public Last last() {
        return last;
    }

    /**
     * Reads the file because somebody wishes it: as with Alertmanager, groups begin anew even where it is the same.
     *
     * @param by who wishes it; absent where that is not known
     * @throws InvalidRouting where the file cannot be used; the one before stays in force
     */
    public synchronized void reload(Instant now, @Nullable String by) {
        RoutingFile fresh = read();
        wishes++;
        take(
                new RoutingFile(
                        fresh.plan().wished(fresh.plan().version() + "#" + wishes, new Plan.Wish(by)),
                        fresh.sinks(),
                        fresh.shown()),
                now);
        version = fresh.plan().version();
    }

    /**
     * Takes the file into force if it is another one.
     *
     * @return whether it is
     * @throws InvalidRouting where the file cannot be used; the one before stays in force
     */
    public synchronized boolean reloadIfChanged(Instant now) {
        RoutingFile fresh = read();
        if (fresh.plan().version().equals(version)) {
            last = new Last(last.loadedAt(), true);
            return false;
        }
        take(fresh, now);
        version = fresh.plan().version();
        return true;
    }

    private RoutingFile read() {
        try {
            return source.get();
        } catch (InvalidRouting e) {
            last = new Last(last.loadedAt(), false);
            throw e;
        }
    }

    private void take(RoutingFile fresh, Instant now) {
        file = fresh;
        last = new Last(now, true);
    }
}
