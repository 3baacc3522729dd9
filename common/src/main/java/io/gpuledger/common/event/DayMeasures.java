package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the measures M1 to M10 read for an owner, or for all, in a closed UTC day. A correction is a further record of the same
 * day with the next revision; the highest revision is true.
 *
 * @param scope an owner, or all
 * @param from inclusive
 * @param until exclusive; also {@code at}
 * @param revision 0 for the first record, then 1, 2, …
 * @param readings by the measure's word
 */
public record DayMeasures(Scope scope, Instant from, Instant until, int revision, Map<String, Reading> readings)
        implements Event {

    public DayMeasures {
        InvalidValue.unless(scope != null, "scope", "is required");
        from = Limits.instant("from", from);
        until = Limits.instant("until", until);
        InvalidValue.unless(revision >= 0, "revision", "must not be negative");
        readings = new TreeMap<>(readings == null ? Map.of() : readings);
    }

    @Override
    @JsonIgnore
    public Instant at() {
        return until;
    }

    @Override
    @JsonIgnore
    public String id() {
        return key() + "#" + revision;
    }

    @Override
    @JsonIgnore
    public String key() {
        return scope.key() + "|1d|" + from;
    }
}
