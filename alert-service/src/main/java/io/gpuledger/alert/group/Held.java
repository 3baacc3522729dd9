package io.gpuledger.alert.group;

import io.gpuledger.common.event.Alert;
import java.util.Set;
import java.util.TreeSet;

/** An alert and the groups that still speak of it, by their ids. */
public record Held(Alert alert, Set<String> groups) {

    public Held {
        groups = groups == null ? Set.of() : Set.copyOf(groups);
    }

    Held in(String group) {
        Set<String> more = new TreeSet<>(groups);
        more.add(group);
        return new Held(alert, more);
    }

    Held notIn(String group) {
        Set<String> fewer = new TreeSet<>(groups);
        fewer.remove(group);
        return new Held(alert, fewer);
    }
}
