package io.gpuledger.alert.wording.value;

import io.gpuledger.common.event.Alert;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names and values; Alertmanager's {@code KV}. */
public final class Labels extends AbstractMap<String, String> implements Member {

    private final TreeMap<String, String> all;

    public Labels(Map<String, String> all) {
        this.all = new TreeMap<>(all);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return all.entrySet();
    }

    @Override
    public Object member(String name, List<@Nullable Object> arguments) {
        return switch (name) {
            case "SortedPairs" -> pairs();
            case "Names" -> pairs().names();
            case "Values" -> pairs().values();
            case "Remove" -> without(arguments);
            default -> all.getOrDefault(name, "");
        };
    }

    private Labels without(List<@Nullable Object> arguments) {
        if (arguments.size() != 1 || !(arguments.getFirst() instanceof List<?> names)) {
            throw new Unwritable("Remove wants a list of names");
        }
        Map<String, String> left = new TreeMap<>(all);
        names.forEach(name -> left.remove(String.valueOf(name)));
        return new Labels(left);
    }

    /** By name, and the alert's name before all others. */
    private Pairs pairs() {
        List<Pair> pairs = new ArrayList<>();
        String alertName = all.get(Alert.NAME);
        if (alertName != null) {
            pairs.add(new Pair(Alert.NAME, alertName));
        }
        all.forEach((name, value) -> {
            if (!name.equals(Alert.NAME)) {
                pairs.add(new Pair(name, value));
            }
        });
        return new Pairs(pairs);
    }

    @Override
    public String toString() {
        return pairs().toString();
    }

    /** One of them. */
    record Pair(String name, String value) implements Member {
        @Override
        public Object member(String member, List<@Nullable Object> arguments) {
            return switch (member) {
                case "Name" -> name;
                case "Value" -> value;
                default -> throw Member.missing(member, "a pair");
            };
        }
    }

    /** Them in their order. */
    static final class Pairs extends AbstractList<Object> implements Member {

        private final List<Pair> pairs;

        Pairs(List<Pair> pairs) {
            this.pairs = pairs;
        }

        @Override
        public Object get(int index) {
            return pairs.get(index);
        }

        @Override
        public int size() {
            return pairs.size();
        }

        List<Object> names() {
            return pairs.stream().<Object>map(Pair::name).toList();
        }

        List<Object> values() {
            return pairs.stream().<Object>map(Pair::value).toList();
        }

        @Override
        public Object member(String name, List<@Nullable Object> arguments) {
            return switch (name) {
                case "Names" -> names();
                case "Values" -> values();
                default -> throw Member.missing(name, "pairs");
            };
        }

        @Override
        public String toString() {
            return pairs.stream().map(pair -> pair.name() + "=" + pair.value()).collect(Collectors.joining(", "));
        }
    }
}
