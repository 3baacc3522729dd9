package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants the configuration changed: all of the changes, or none.
 *
 * @param command its id; the decision has the same
 * @param by who wants it, as far as it is known
 * @param manager whose resources they are from then on
 * @param complete true where the changes are all that the file manages, and all that is shipped: what is not named is
 *     deleted
 */
public record ConfigCommand(
        String command, Instant at, String by, ManagedBy manager, boolean complete, List<Change> changes)
        implements Event {

    public static final int CHANGES_MAX = 50_000;

    /**
     * One change.
     *
     * @param expectedVersion the version the resource must have now, 0 where it must not exist; absent means any
     * @param value the resource as the configuration file writes it; absent means delete
     * @param shipped true for what is shipped, else absent; it gives way to what somebody made, or took away, over REST
     */
    public record Change(
            ConfigKind kind,
            String name,
            @Nullable Long expectedVersion,
            @Nullable Map<String, Object> value,
            @Nullable Boolean shipped) {
        public Change {
            InvalidValue.unless(kind != null, "kind", "is required");
            name = Limits.name("name", name);
            InvalidValue.unless(
                    !kind.isSingle() || name.equals(kind.word()),
                    "name",
                    "must be '" + kind.word() + "' for this kind");
            InvalidValue.unless(
                    expectedVersion == null || expectedVersion >= 0, "expectedVersion", "must not be negative");
            shipped = Boolean.TRUE.equals(shipped) ? true : null;
        }

        @JsonIgnore
        public String key() {
            return ConfigChanged.key(kind, name);
        }
    }

    public ConfigCommand {
        command = Limits.name("command", command);
        at = Limits.instant("at", at);
        by = Limits.name("by", by);
        InvalidValue.unless(manager != null, "manager", "is required");
        changes = changes == null ? List.of() : List.copyOf(changes);
        InvalidValue.unless(changes.size() <= CHANGES_MAX, "changes", "must be at most " + CHANGES_MAX);
    }

    @Override
    @JsonIgnore
    public String id() {
        return command;
    }

    @Override
    @JsonIgnore
    public String key() {
        return command;
    }
}
