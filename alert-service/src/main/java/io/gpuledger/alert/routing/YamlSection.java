package io.gpuledger.alert.routing;

import io.gpuledger.alert.settings.PlainYaml;
import io.gpuledger.common.config.Durations;
import io.gpuledger.common.value.InvalidValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping of the file: each field is taken once, and what nobody took is an error. Every error names its line. */
final class YamlSection {

    /** What YAML 1.1 says for true and false, which the original reads. */
    private static final Set<String> YES =
            Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE");

    private static final Set<String> NO =
            Set.of("n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE");

    private final String file;
    private final String path;
    private final int line;
    private final Map<String, NodeTuple> left = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    YamlSection(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.line = lineOf(node);
        if (!(node instanceof MappingNode mapping)) {
            throw refused(line, "must be a mapping");
        }
        for (NodeTuple field : mapping.getValue()) {
            if (!field.getKeyNode().getTag().equals(Tag.MERGE)) {
                String name = scalar(field.getKeyNode(), path);
                if (left.containsKey(name)) {
                    throw refused(lineOf(field.getKeyNode()), "field " + name + " is there twice");
                }
                keep(name, field);
            }
        }
        mapping.getValue().stream()
                .filter(field -> field.getKeyNode().getTag().equals(Tag.MERGE))
                .forEach(field -> merge(field.getValueNode()));
    }

    private void keep(String name, NodeTuple field) {
        left.put(name, field);
        lines.put(name, lineOf(field.getKeyNode()));
    }

    /** {@code <<: *other}: what is not said here is as it is said there. */
    private void merge(Node other) {
        if (other instanceof SequenceNode several) {
            several.getValue().forEach(this::merge);
            return;
        }
        YamlSection there = new YamlSection(file, path, other);
        there.left.forEach((name, field) -> {
            if (!left.containsKey(name)) {
                keep(name, field);
            }
        });
    }

    @Nullable String text(String name) {
        Node value = take(name);
        return value == null ? null : scalar(value, below(name));
    }

    String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    /** A word in quotes is a text. */
    boolean flag(String name, boolean otherwise) {
        @Nullable Node value = take(name);
        if (value == null) {
            return otherwise;
        }
        String word = scalar(value, below(name));
        boolean plain = value instanceof ScalarNode scalar && scalar.isPlain();
        if (!plain || (!YES.contains(word) && !NO.contains(word))) {
            throw refusedAt(name, name + " must be true or false");
        }
        return YES.contains(word);
    }

    int count(String name, int otherwise) {
        String text = text(name);
        if (text != null && !text.matches("\\d{1,9}")) {
            throw refusedAt(name, name + " must be a whole number, 0 or more");
        }
        return text == null ? otherwise : Integer.parseInt(text);
    }

    Duration duration(String name, Duration otherwise) {
        String text = text(name);
        return text == null ? otherwise : checked(name, () -> Durations.parse(text));
    }

    /** Null where the field is absent; an empty list is something else. */
    @Nullable List<String> texts(String name) {
        Node value = take(name);
        return value == null ? null : items(name, value, node -> scalar(node, below(name)));
    }

    Map<String, String> map(String name) {
        Node value = take(name);
        if (value == null) {
            return Map.of();
        }
        YamlSection section = new YamlSection(file, below(name), value);
        Map<String, String> map = new LinkedHashMap<>();
        List.copyOf(section.left.keySet()).forEach(key -> map.put(key, section.text(key, "")));
        return map;
    }

    /** Of any form. */
    Map<String, @Nullable Object> values(String name) {
        YamlSection section = section(name);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (section != null) {
            section.left.forEach((each, field) -> values.put(each, PlainYaml.of(field.getValueNode())));
        }
        return values;
    }

    @Nullable YamlSection section(String name) {
        Node value = take(name);
        return value == null ? null : new YamlSection(file, below(name), value);
    }

    /** For a section that is read more than once. */
    @Nullable Supplier<YamlSection> sectionAgain(String name) {
        Node value = take(name);
        return value == null ? null : () -> new YamlSection(file, below(name), value);
    }

    List<YamlSection> sections(String name) {
        Node value = take(name);
        if (value == null) {
            return List.of();
        }
        int[] index = {0};
        return items(name, value, node -> new YamlSection(file, below(name) + "[" + index[0]++ + "]", node));
    }

    /** Refuses what was not asked for. */
    void done() {
        left.keySet().stream().findFirst().ifPresent(name -> {
            throw refusedAt(name, "field " + name + " not found");
        });
    }

    /** Of the fields that nobody took yet. */
    List<String> names() {
        return List.copyOf(left.keySet());
    }

    boolean has(String name) {
        return lines.containsKey(name);
    }

    /** A value whose own rules are refused in this file's words. */
    <T> T checked(String name, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidValue e) {
            String at = lines.containsKey(e.field()) ? e.field() : name;
            throw refusedAt(at, e.rule().contains(at) ? e.rule() : at + " " + e.rule());
        }
    }

    InvalidRouting refusedAt(String name, String rule) {
        return refused(lines.getOrDefault(name, line), rule);
    }

    private InvalidRouting refused(int at, String rule) {
        return new InvalidRouting(file + ":" + at + ": " + (path.isEmpty() ? "" : path + ": ") + rule, null);
    }

    private @Nullable Node take(String name) {
        NodeTuple field = left.remove(name);
        boolean empty = field == null || field.getValueNode().getTag().equals(Tag.NULL);
        return empty || field == null ? null : field.getValueNode();
    }

    private <T> List<T> items(String name, Node value, Function<Node, T> each) {
        if (!(value instanceof SequenceNode sequence)) {
            throw refusedAt(name, name + " must be a list");
        }
        List<T> items = new ArrayList<>();
        sequence.getValue().forEach(node -> items.add(each.apply(node)));
        return items;
    }

    private String scalar(Node node, String where) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new InvalidRouting(file + ":" + lineOf(node) + ": " + where + ": must be a single value", null);
    }

    private String below(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
