package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;

/**
 * All changes of a command have been told, and are in force together.
 *
 * @param version that of the changes
 * @param at when the command was given
 */
public record ConfigSettled(long version, Instant at) implements ConfigEntry {

    public static final String KEY = "settled";

    public ConfigSettled {
        InvalidValue.unless(version > 0, "version", "must be positive");
        at = Limits.instant("at", at);
    }

    @Override
    @JsonIgnore
    public String id() {
        return KEY + "@" + version;
    }

    @Override
    @JsonIgnore
    public String key() {
        return KEY;
    }
}
