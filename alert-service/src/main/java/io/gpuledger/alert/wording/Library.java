package io.gpuledger.alert.wording;

import io.gpuledger.alert.wording.function.Functions;
import io.gpuledger.alert.wording.syntax.InvalidTemplate;
import io.gpuledger.alert.wording.syntax.Node;
import io.gpuledger.alert.wording.syntax.Parser;
import io.gpuledger.alert.wording.syntax.Parser.Parsed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The templates that have a name. A later definition of a name replaces the one before. */
public final class Library {

    public static final Library EMPTY = new Library(Map.of());

    private final Map<String, List<Node>> templates;

    private Library(Map<String, List<Node>> templates) {
        this.templates = Map.copyOf(templates);
    }

    /**
     * With what a file of templates defines, too.
     *
     * @throws InvalidTemplate where it cannot be read
     */
    public Library with(String file) {
        Map<String, List<Node>> more = new HashMap<>(templates);
        more.putAll(Parser.parse(file, Functions.NAMES).defined());
        return new Library(more);
    }

    /**
     * A text that may call them.
     *
     * @throws InvalidTemplate where it cannot be read
     */
    public Words words(String text) {
        Parsed parsed = Parser.parse(text, Functions.NAMES);
        if (parsed.defined().isEmpty()) {
            return new Words(text, parsed.nodes(), templates);
        }
        Map<String, List<Node>> more = new HashMap<>(templates);
        more.putAll(parsed.defined());
        return new Words(text, parsed.nodes(), Map.copyOf(more));
    }
}
