package io.gpuledger.alert.settings;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A node of a file as texts, numbers, truths, lists and maps. */
public final class PlainYaml {

    private PlainYaml() {}

    public static @Nullable Object of(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                mapping.getValue()
                        .forEach(field -> map.put(String.valueOf(of(field.getKeyNode())), of(field.getValueNode())));
                yield map;
            }
            case SequenceNode sequence ->
                sequence.getValue().stream().map(PlainYaml::of).toList();
            case ScalarNode scalar -> scalar(scalar);
            default -> null;
        };
    }

    private static @Nullable Object scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return null;
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("on");
        }
        boolean number = (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT))
                && text.matches("-?\\d{1,30}(\\.\\d{1,30})?");
        return number ? new BigDecimal(text) : text;
    }
}
