package io.gpuledger.alert.group;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is due when. */
public final class Agenda {

    private final SortedMap<Instant, TreeSet<String>> byTime = new TreeMap<>();
    private final Map<String, Instant> byName = new HashMap<>();

    public void set(String name, Instant at) {
        cross(name);
        byName.put(name, at);
        byTime.computeIfAbsent(at, any -> new TreeSet<>()).add(name);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    public void cross(String name) {
        Instant at = byName.remove(name);
        if (at != null) {
            byTime.computeIfPresent(at, (any, names) -> names.remove(name) && names.isEmpty() ? null : names);
        }
    }

    /** Earliest first. */
    public List<String> due(Instant now) {
        List<String> due = new ArrayList<>();
        byTime.headMap(now.plusNanos(1)).values().forEach(due::addAll);
        return due;
    }

    public Optional<Instant> next() {
        return byTime.isEmpty() ? Optional.empty() : Optional.of(byTime.firstKey());
    }

    /** When it is due; absent where it is not on the agenda. */
    public Optional<Instant> at(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public void clear() {
        byTime.clear();
        byName.clear();
    }
}
