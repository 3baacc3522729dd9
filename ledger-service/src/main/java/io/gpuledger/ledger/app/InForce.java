package io.gpuledger.ledger.app;

import io.gpuledger.common.config.resource.Resource;
import io.gpuledger.common.config.resource.Settings;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.ledger.registry.Registry;
import io.gpuledger.ledger.topology.judging.Rulebook;
import java.util.Map;

/** What questions are answered by: the configuration as it is known here, as every task judges by what it was told. */
final class InForce {

    private final Registry registry;
    private volatile Read read;

    /** @param version of the configuration; 0 before it is told of any */
    private record Read(long version, Rulebook rulebook) {}

    /** @param unlessTold what holds before anything is told */
    InForce(Registry registry, Settings unlessTold) {
        this.registry = registry;
        this.read = new Read(0, Rulebook.of(unlessTold));
    }

    /** Read again when there is another version; what is told meanwhile comes with the next. */
    Rulebook rulebook() {
        Read last = read;
        long version = registry.versionSofar();
        if (version == last.version()) {
            return last.rulebook();
        }
        Settings told =
                Settings.of(registry.sofar().stream().map(InForce::resource).toList());
        Rulebook rulebook = Rulebook.of(told);
        read = new Read(version, rulebook);
        return rulebook;
    }

    private static Resource resource(ConfigChanged kept) {
        return Resource.read(kept.kind(), kept.name(), kept.value() == null ? Map.of() : kept.value());
    }
}
