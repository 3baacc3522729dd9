package io.gpuledger.ledger.app.config;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.resource.Resource;
import io.gpuledger.common.config.resource.ResourceFile;
import io.gpuledger.common.event.ConfigCommand;
import io.gpuledger.common.event.ConfigCommand.Change;
import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.event.ManagedBy;
import io.gpuledger.ledger.app.LedgerConfig;
import io.gpuledger.ledger.app.Wiring;
import io.gpuledger.ledger.registry.Registry;
import io.gpuledger.ledger.registry.Undecided;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has what the file says made so, through the door that every change goes through. As often as one likes: what is so already
 * is not changed. A file that cannot be made so ends the process with one line, as one that cannot be read does.
 */
@ApplicationScoped
class FileApplied {

    private static final Logger LOG = Logger.getLogger(FileApplied.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int EXIT_CODE_BAD_INPUT = 2;

    private final LedgerConfig config;
    private final LedgerFile file;
    private final Registry registry;
    private final Clock clock;
    private volatile boolean ended;
    private volatile boolean done;

    FileApplied(LedgerConfig config, LedgerFile file, Registry registry, Clock clock) {
        this.config = config;
        this.file = file;
        this.registry = registry;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) throws ConfigFile.Refused {
        List<Change> changes = changes();
        Thread.ofVirtual().name("file-applied").start(() -> apply(changes));
    }

    void end(@Observes ShutdownEvent event) {
        ended = true;
    }

    boolean isDone() {
        return done;
    }

    private void apply(List<Change> changes) {
        ConfigDecided decided = null;
        while (decided == null && !ended) {
            decided = tried(changes);
        }
        if (decided == null) {
            return;
        }
        if (decided.isAccepted()) {
            done = true;
            LOG.infof(
                    "the configuration file is in force: %d changes",
                    decided.changes().size());
        } else {
            LOG.errorf(
                    "the configuration file cannot be made so: %s",
                    decided.refusals().getFirst().detail());
            Quarkus.asyncExit(EXIT_CODE_BAD_INPUT);
        }
    }

    private @Nullable ConfigDecided tried(List<Change> changes) {
        String id = UUID.randomUUID().toString();
        try {
            return registry.decide(
                    new ConfigCommand(id, clock.instant(), name(), ManagedBy.FILE, true, changes), PATIENCE);
        } catch (Undecided notYet) {
            LockSupport.parkNanos(PAUSE.toNanos());
            return null;
        }
    }

    private List<Change> changes() throws ConfigFile.Refused {
        Stream<Change> said = ResourceFile.resources(file).stream().map(resource -> change(resource, false));
        Stream<Change> shipped = file.rules() != null
                ? Stream.empty()
                : Wiring.shippedRules().stream().map(Resource::of).map(resource -> change(resource, true));
        return Stream.concat(said, shipped).toList();
    }

    private static Change change(Resource resource, boolean shipped) {
        return new Change(resource.kind(), resource.name(), null, resource.form(), shipped);
    }

    private String name() {
        return config.config().map(path -> String.valueOf(path.getFileName())).orElse("no file");
    }
}
