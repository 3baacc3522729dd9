package io.gpuledger.alert.wording;

import io.gpuledger.alert.wording.function.Comparison;
import io.gpuledger.alert.wording.function.Functions;
import io.gpuledger.alert.wording.function.Printer;
import io.gpuledger.alert.wording.function.Printer.Markup;
import io.gpuledger.alert.wording.syntax.Node;
import io.gpuledger.alert.wording.syntax.Pipeline;
import io.gpuledger.alert.wording.value.Unwritable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one template for one subject. */
final class Interpreter {

    static final int CHARS_MAX = 100_000;
    private static final int STEPS_MAX = 200_000;
    private static final int DEPTH_MAX = 60;

    private final Map<String, List<Node>> templates;
    private final Evaluator evaluator;
    private final boolean html;
    private final StringBuilder written = new StringBuilder();
    private int steps;
    private int depth;

    /** How a list of nodes was left. */
    private enum Left {
        BY_ITS_END,
        BY_BREAK,
        BY_CONTINUE
    }

    /** @param html whether values are escaped for HTML */
    Interpreter(Map<String, List<Node>> templates, Functions functions, boolean html) {
        this.templates = templates;
        this.evaluator = new Evaluator(functions);
        this.html = html;
    }

    String write(List<Node> nodes, Object subject) {
        walk(nodes, subject, Scope.of(subject));
        return written.toString();
    }

    private Left walk(List<Node> nodes, @Nullable Object dot, Scope scope) {
        for (Node node : nodes) {
            if (++steps > STEPS_MAX) {
                throw new Unwritable("a template takes at most " + STEPS_MAX + " steps");
            }
            Left left = switch (node) {
                case Node.Text text -> write(text.text());
                case Node.Output output -> output(output.pipeline(), dot, scope);
                case Node.If branch -> branch(branch, dot, scope.inner());
                case Node.With with -> with(with, dot, scope.inner());
                case Node.Range range -> range(range, dot, scope.inner());
                case Node.Template template -> template(template, dot, scope);
                case Node.Break any -> Left.BY_BREAK;
                case Node.Continue any -> Left.BY_CONTINUE;
            };
            if (left != Left.BY_ITS_END) {
                return left;
            }
        }
        return Left.BY_ITS_END;
    }

    private Left write(String text) {
        if (written.length() + text.length() > CHARS_MAX) {
            throw new Unwritable("a text has at most " + CHARS_MAX + " characters");
        }
        written.append(text);
        return Left.BY_ITS_END;
    }

    private Left output(Pipeline pipeline, @Nullable Object dot, Scope scope) {
        Object value = evaluator.value(pipeline, dot, scope);
        if (!pipeline.variables().isEmpty()) {
            return Left.BY_ITS_END;
        }
        String text = Printer.text(value);
        return write(html && !(value instanceof Markup) ? Functions.escaped(text) : text);
    }

    private Left branch(Node.If branch, @Nullable Object dot, Scope scope) {
        boolean holds = Comparison.isTrue(evaluator.value(branch.condition(), dot, scope));
        return walk(holds ? branch.then() : branch.otherwise(), dot, scope);
    }

    private Left with(Node.With with, @Nullable Object dot, Scope scope) {
        Object value = evaluator.value(with.subject(), dot, scope);
        return Comparison.isTrue(value) ? walk(with.then(), value, scope) : walk(with.otherwise(), dot, scope);
    }

    private Left range(Node.Range range, @Nullable Object dot, Scope scope) {
        Object value = evaluator.value(range.subject(), dot, scope);
        List<Evaluator.Item> items = Evaluator.items(value);
        if (items.isEmpty()) {
            return walk(range.otherwise(), dot, scope);
        }
        List<String> names = range.subject().variables();
        for (Evaluator.Item item : items) {
            Scope inner = scope.inner();
            if (names.size() == 2) {
                inner.declare(names.get(0), item.key());
            }
            if (!names.isEmpty()) {
                inner.declare(names.getLast(), item.value());
            }
            if (walk(range.each(), item.value(), inner) == Left.BY_BREAK) {
                break;
            }
        }
        return Left.BY_ITS_END;
    }

    private Left template(Node.Template template, @Nullable Object dot, Scope scope) {
        List<Node> nodes = templates.get(template.name());
        if (nodes == null) {
            throw new Unwritable("template \"" + template.name() + "\" not defined");
        }
        if (++depth > DEPTH_MAX) {
            throw new Unwritable("templates call each other more than " + DEPTH_MAX + " deep");
        }
        Object subject = template.argument() == null ? null : evaluator.value(template.argument(), dot, scope);
        walk(nodes, subject, Scope.of(subject));
        depth--;
        return Left.BY_ITS_END;
    }
}
