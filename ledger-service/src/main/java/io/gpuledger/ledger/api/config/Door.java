package io.gpuledger.ledger.api.config;

import io.gpuledger.access.Caller;
import io.gpuledger.common.config.resource.Resource;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigCommand;
import io.gpuledger.common.event.ConfigCommand.Change;
import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.event.ConfigKind;
import io.gpuledger.common.event.ManagedBy;
import io.gpuledger.common.value.Limits;
import io.gpuledger.ledger.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every address of the configuration does, each for its kind. */
@ApplicationScoped
class Door {

    /** Who wants it, as the request says; counts only where nobody is asked who they are. */
    static final String BY = "X-Changed-By";

    private static final String UNKNOWN = "unknown";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Registry registry;
    private final Clock clock;
    private final Caller caller;

    Door(Registry registry, Clock clock, Caller caller) {
        this.registry = registry;
        this.clock = clock;
        this.caller = caller;
    }

    List<ConfigChanged> all() {
        return registry.all();
    }

    List<ConfigChanged> all(ConfigKind kind) {
        return registry.all().stream().filter(kept -> kept.kind() == kind).toList();
    }

    long version() {
        return registry.version();
    }

    Response show(ConfigKind kind, String name) {
        return answer(Response.Status.OK, present(kind, name));
    }

    private ConfigChanged present(ConfigKind kind, String name) {
        ConfigChanged kept = registry.of(kind, name);
        if (kept == null) {
            throw new NotFoundException(
                    kind.isSingle()
                            ? "nobody has set any; the defaults hold"
                            : "there is no " + ConfigChanged.key(kind, name));
        }
        return kept;
    }

    /** Without a version it is only made, never changed. */
    Response put(ConfigKind kind, String name, @Nullable Long expected, HttpHeaders headers, String json) {
        Resource wanted = Resource.read(kind, name, json);
        boolean isNew = registry.of(kind, name) == null;
        decide(headers, List.of(new Change(kind, name, expected == null ? 0 : expected, wanted.form(), null)));
        return answer(isNew ? Response.Status.CREATED : Response.Status.OK, present(kind, name));
    }

    Response delete(ConfigKind kind, String name, @Nullable Long expected, HttpHeaders headers) {
        present(kind, name);
        if (expected == null) {
            throw new ConfigProblems.WithoutVersion();
        }
        decide(headers, List.of(new Change(kind, name, expected, null, null)));
        return Response.noContent().build();
    }

    ConfigDecided decide(HttpHeaders headers, List<Change> changes) {
        String by = caller.or(headers.getHeaderString(BY));
        ConfigCommand command = new ConfigCommand(
                UUID.randomUUID().toString(),
                clock.instant(),
                by == null || by.isBlank() ? UNKNOWN : Limits.name(BY, by),
                ManagedBy.REST,
                false,
                changes);
        ConfigDecided decided = registry.decide(command, PATIENCE);
        if (!decided.isAccepted()) {
            throw new Refused(decided);
        }
        return decided;
    }

    private static Response answer(Response.Status status, ConfigChanged kept) {
        return Response.status(status)
                .header("ETag", Precondition.etag(kept.version()))
                .entity(kept)
                .build();
    }
}
