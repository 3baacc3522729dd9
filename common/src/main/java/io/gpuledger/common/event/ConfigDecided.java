package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a command: who changed what, when, from what to what; or why nothing was changed.
 *
 * @param at when the command was given
 * @param version that of the configuration after it
 * @param changes what was changed; what was already so is not among it
 * @param refusals why it was refused; empty where it was accepted
 */
public record ConfigDecided(
        String command,
        Instant at,
        String by,
        ManagedBy manager,
        long version,
        List<Changed> changes,
        List<Refusal> refusals)
        implements Event {

    /** Further refusals of one command are not told. */
    public static final int REFUSALS_MAX = 100;

    /**
     * One resource that was changed.
     *
     * @param before the first 16 hex digits of the SHA-256 of what it was; absent where it was not
     * @param after the same of what it is; absent where it is no more
     */
    public record Changed(
            ConfigKind kind,
            String name,
            @Nullable String before,
            @Nullable String after) {}

    /** Why a command was refused. */
    public enum Reason {
        /** Somebody else has changed the resource meanwhile. */
        @JsonProperty("version")
        VERSION,
        /** The resource is changed in another place. */
        @JsonProperty("manager")
        MANAGER,
        @JsonProperty("invalid")
        INVALID
    }

    /**
     * One reason.
     *
     * @param version what the resource's is now; 0 where it does not exist
     * @param detail one line
     */
    public record Refusal(Reason reason, ConfigKind kind, String name, long version, String detail) {}

    public ConfigDecided {
        command = Limits.name("command", command);
        at = Limits.instant("at", at);
        by = Limits.name("by", by);
        InvalidValue.unless(manager != null, "manager", "is required");
        changes = changes == null ? List.of() : List.copyOf(changes);
        refusals = refusals == null ? List.of() : List.copyOf(refusals);
    }

    @JsonIgnore
    public boolean isAccepted() {
        return refusals.isEmpty();
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
