package io.gpuledger.alert.wording.syntax;

import io.gpuledger.alert.wording.syntax.Pipeline.Command;
import io.gpuledger.alert.wording.syntax.Pipeline.Operand;
import io.gpuledger.alert.wording.syntax.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of an action -> its pipeline. */
final class PipelineParser {

    private static final int DEPTH_MAX = 50;

    private final List<Token> tokens;
    private final int line;
    private final Set<String> functions;
    private int at;
    private int depth;

    /** @param functions the names there are */
    PipelineParser(List<Token> tokens, int line, Set<String> functions) {
        this.tokens = tokens;
        this.line = line;
        this.functions = functions;
    }

    Pipeline whole() {
        Pipeline pipeline = pipeline();
        if (at < tokens.size()) {
            throw refused("unexpected " + tokens.get(at).value());
        }
        return pipeline;
    }

    private Pipeline pipeline() {
        List<String> variables = new ArrayList<>();
        boolean sets = false;
        int begin = at;
        while (at < tokens.size() && tokens.get(at).kind() == Kind.VARIABLE) {
            variables.add(tokens.get(at++).value());
            if (!takes(",")) {
                break;
            }
        }
        if (!variables.isEmpty() && takes("=")) {
            sets = true;
        } else if (variables.isEmpty() || !takes(":=")) {
            variables.clear();
            at = begin;
        }
        List<Command> commands = new ArrayList<>();
        do {
            commands.add(command());
        } while (takes("|"));
        return new Pipeline(List.copyOf(variables), sets, List.copyOf(commands));
    }

    private Command command() {
        List<Operand> operands = new ArrayList<>();
        while (at < tokens.size() && !isSign("|") && !isSign(")")) {
            operands.add(operand());
        }
        if (operands.isEmpty()) {
            throw refused("missing value for command");
        }
        return new Command(List.copyOf(operands));
    }

    private Operand operand() {
        Token token = tokens.get(at++);
        return switch (token.kind()) {
            case STRING -> new Operand.Literal(token.value());
            case NUMBER -> new Operand.Literal(number(token.value()));
            case DOT -> new Operand.Dot();
            case FIELD -> new Operand.Fields(fields(token.value()));
            case VARIABLE -> new Operand.Variable(token.value(), fields(null));
            case WORD -> word(token.value());
            case SIGN -> nested(token);
        };
    }

    private Operand nested(Token token) {
        if (!token.is(Kind.SIGN, "(")) {
            throw refused("unexpected " + token.value());
        }
        if (++depth > DEPTH_MAX) {
            throw refused("nested too deeply");
        }
        Pipeline inner = pipeline();
        depth--;
        if (!takes(")")) {
            throw refused("unclosed left paren");
        }
        return new Operand.Nested(inner, fields(null));
    }

    private Operand word(String word) {
        return switch (word) {
            case "true" -> new Operand.Literal(true);
            case "false" -> new Operand.Literal(false);
            case "nil" -> new Operand.Nil();
            default -> {
                if (!functions.contains(word)) {
                    throw refused("function \"" + word + "\" not defined");
                }
                yield new Operand.Function(word);
            }
        };
    }

    /** The first, and those glued to it. */
    private List<String> fields(@Nullable String first) {
        List<String> names = new ArrayList<>();
        if (first != null) {
            names.add(first);
        }
        while (at < tokens.size()
                && tokens.get(at).kind() == Kind.FIELD
                && tokens.get(at).glued()) {
            names.add(tokens.get(at++).value());
        }
        return List.copyOf(names);
    }

    private Object number(String text) {
        try {
            if (text.matches("[+-]?\\d+")) {
                return Long.parseLong(text);
            }
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw refused("bad number syntax: " + text);
        }
    }

    private boolean takes(String sign) {
        boolean there = isSign(sign);
        if (there) {
            at++;
        }
        return there;
    }

    private boolean isSign(String sign) {
        return at < tokens.size() && tokens.get(at).is(Kind.SIGN, sign);
    }

    private InvalidTemplate refused(String rule) {
        return new InvalidTemplate(line, rule);
    }
}
