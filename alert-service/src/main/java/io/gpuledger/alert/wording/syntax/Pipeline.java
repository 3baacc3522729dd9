package io.gpuledger.alert.wording.syntax;

import java.util.List;

/**
 * Commands, each of which gets what the one before yields as its last argument.
 *
 * @param variables what is declared or set: none, one, or two in a range
 * @param sets whether they are set rather than declared
 */
public record Pipeline(List<String> variables, boolean sets, List<Command> commands) {

    /** A function or a field with arguments, or a value. */
    public record Command(List<Operand> operands) {}

    /** A value, or where it comes from. */
    public sealed interface Operand {

        record Dot() implements Operand {}

        record Nil() implements Operand {}

        /** A string, a whole number, a decimal, or true or false. */
        record Literal(Object value) implements Operand {}

        record Function(String name) implements Operand {}

        /** Fields of the dot. */
        record Fields(List<String> names) implements Operand {}

        record Variable(String name, List<String> fields) implements Operand {}

        record Nested(Pipeline pipeline, List<String> fields) implements Operand {}
    }
}
