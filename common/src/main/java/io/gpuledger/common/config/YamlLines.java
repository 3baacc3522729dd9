package io.gpuledger.common.config;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds the line a path through a YAML document leads to: the parser's own position has read on by then. */
final class YamlLines {

    private YamlLines() {}

    /** The line, from 1, of the last step of the path that exists. */
    static int of(String yaml, List<Reference> path) {
        Node node;
        try {
            node = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (MarkedYAMLException torn) {
            return torn.getProblemMark() == null ? 1 : torn.getProblemMark().getLine() + 1;
        }
        int line = 1;
        for (Reference step : path) {
            if (node instanceof MappingNode mapping) {
                NodeTuple entry = entry(mapping, String.valueOf(step.getFieldName()));
                if (entry == null) {
                    return line;
                }
                line = entry.getKeyNode().getStartMark().getLine() + 1;
                node = entry.getValueNode();
            } else if (node instanceof SequenceNode list
                    && step.getIndex() < list.getValue().size()) {
                node = list.getValue().get(step.getIndex());
                line = node.getStartMark().getLine() + 1;
            }
        }
        return line;
    }

    private static @Nullable NodeTuple entry(MappingNode mapping, String name) {
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name))
                .findFirst()
                .orElse(null);
    }
}
