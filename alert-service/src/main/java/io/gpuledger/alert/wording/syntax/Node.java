package io.gpuledger.alert.wording.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a template is made of. */
public sealed interface Node {

    record Text(String text) implements Node {}

    /** Writes what the pipeline yields; nothing where it declares or sets a variable. */
    record Output(Pipeline pipeline) implements Node {}

    record If(Pipeline condition, List<Node> then, List<Node> otherwise) implements Node {}

    record With(Pipeline subject, List<Node> then, List<Node> otherwise) implements Node {}

    record Range(Pipeline subject, List<Node> each, List<Node> otherwise) implements Node {}

    /** @param argument what the dot is in there; absent means nothing */
    record Template(String name, @Nullable Pipeline argument) implements Node {}

    record Break() implements Node {}

    record Continue() implements Node {}
}
