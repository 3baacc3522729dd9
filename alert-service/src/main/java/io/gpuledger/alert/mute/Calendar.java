package io.gpuledger.alert.mute;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The named time intervals of the routing file.
 *
 * @param intervals by name; an instant is in a name when it is in one of its intervals
 */
public record Calendar(Map<String, List<TimeInterval>> intervals) {

    public static final Calendar EMPTY = new Calendar(Map.of());

    public Calendar {
        intervals = Map.copyOf(intervals);
    }

    /**
     * The names that keep a route quiet at an instant: of {@code mute} each one that holds it; of {@code active} all, where
     * none holds it.
     */
    public List<String> quieting(List<String> mute, List<String> active, Instant at) {
        List<String> muting = mute.stream().filter(name -> isIn(name, at)).toList();
        if (!muting.isEmpty()) {
            return muting;
        }
        return active.stream().anyMatch(name -> isIn(name, at)) ? List.of() : active;
    }

    private boolean isIn(String name, Instant at) {
        return Objects.requireNonNull(intervals.get(name), name).stream().anyMatch(interval -> interval.contains(at));
    }
}
