package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource of the configuration as it is from now on; in force with the {@code config.settled.v1} that follows.
 *
 * @param version grows with every accepted command, over all resources
 * @param at when somebody changed it
 * @param by who did, as far as it is known
 * @param value the resource as the configuration file writes it; absent where it was deleted
 */
public record ConfigChanged(
        ConfigKind kind,
        String name,
        long version,
        Instant at,
        String by,
        ManagedBy manager,
        @Nullable Map<String, Object> value)
        implements ConfigEntry {

    public ConfigChanged {
        InvalidValue.unless(kind != null, "kind", "is required");
        name = Limits.name("name", name);
        InvalidValue.unless(version > 0, "version", "must be positive");
        at = Limits.instant("at", at);
        by = Limits.name("by", by);
        InvalidValue.unless(manager != null, "manager", "is required");
        value = value == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(value));
    }

    @JsonIgnore
    public boolean isDeleted() {
        return value == null;
    }

    /** The key of a resource. */
    public static String key(ConfigKind kind, String name) {
        return kind.word() + "/" + name;
    }

    @Override
    @JsonIgnore
    public String id() {
        return key() + "@" + version;
    }

    @Override
    @JsonIgnore
    public String key() {
        return key(kind, name);
    }
}
