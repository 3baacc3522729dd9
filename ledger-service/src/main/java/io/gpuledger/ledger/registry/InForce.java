package io.gpuledger.ledger.registry;

import io.gpuledger.common.config.resource.Resource;
import io.gpuledger.common.config.resource.Settings;
import io.gpuledger.common.event.ConfigChanged;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** What questions are answered by, made of the configuration as it is known here; every task judges by what it was told. */
public final class InForce<T> implements Supplier<T> {

    private static final Logger LOG = Logger.getLogger(InForce.class);

    private final Registry registry;
    private final Function<Settings, T> made;
    private volatile Read<T> read;

    /** @param version of the configuration; 0 before it is told of any */
    private record Read<T>(long version, T made) {}

    /**
     * @param unlessTold what holds before anything is told
     * @param made of settings; it is made once for each version
     */
    public InForce(Registry registry, Settings unlessTold, Function<Settings, T> made) {
        this.registry = registry;
        this.made = made;
        this.read = new Read<>(0, made.apply(unlessTold));
    }

    /** What is told while it is made is in it, and made again by the version that it is told with. */
    @Override
    public T get() {
        Read<T> last = read;
        long version = registry.versionSofar();
        if (version == last.version()) {
            return last.made();
        }
        List<ConfigChanged> live = registry.sofar();
        live.forEach(InForce::warn);
        T now = made.apply(Settings.of(
                live.stream().map(Resource::inForce).flatMap(Optional::stream).toList()));
        read = new Read<>(version, now);
        return now;
    }

    private static void warn(ConfigChanged kept) {
        Resource.unusable(kept)
                .ifPresent(broken -> LOG.warnf(
                        "%s cannot be used and does not count, until it is changed or deleted: %s %s",
                        kept.key(), broken.field(), broken.rule()));
    }
}
