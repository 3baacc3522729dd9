package io.gpuledger.alert.route;

import io.gpuledger.common.value.InvalidValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which labels alerts of one group have in common.
 *
 * @param all every label: each alert is a group of its own
 */
public record Grouping(boolean all, Set<String> names) {

    /** How a routing file writes {@code all}. */
    public static final String ALL = "...";

    public static final Grouping NONE = new Grouping(false, Set.of());

    public static Grouping by(List<String> names) {
        Set<String> distinct = new TreeSet<>();
        names.forEach(name -> InvalidValue.unless(!name.isEmpty(), "group_by", "has a label name that is empty"));
        names.forEach(name ->
                InvalidValue.unless(distinct.add(name), "group_by", "duplicated label \"" + name + "\" in group_by"));
        boolean all = distinct.remove(ALL);
        InvalidValue.unless(
                !all || distinct.isEmpty(), "group_by", "cannot have wildcard group_by ('...') and other labels");
        return new Grouping(all, Set.copyOf(distinct));
    }

    /** The labels the alert is grouped by; one it has not is left out. */
    public SortedMap<String, String> of(Map<String, String> labels) {
        SortedMap<String, String> grouped = new TreeMap<>(labels);
        if (!all) {
            grouped.keySet().retainAll(names);
        }
        return grouped;
    }
}
