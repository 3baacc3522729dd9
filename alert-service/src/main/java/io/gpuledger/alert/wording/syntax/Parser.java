package io.gpuledger.alert.wording.syntax;

import io.gpuledger.alert.wording.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A template -> nodes, and the templates it defines. */
public final class Parser {

    private static final int DEPTH_MAX = 50;

    private final List<Piece> pieces;
    private final Set<String> functions;
    private final Map<String, List<Node>> defined = new LinkedHashMap<>();
    private int at;
    private int depth;

    /** What a text says itself, and what it defines for others. */
    public record Parsed(List<Node> nodes, Map<String, List<Node>> defined) {}

    /** How a list of nodes ended: by the end of the text, or by one of these words. */
    private record Stop(String word, List<Token> rest, int line) {}

    private final List<Stop> stops = new ArrayList<>();

    private Parser(List<Piece> pieces, Set<String> functions) {
        this.pieces = pieces;
        this.functions = functions;
    }

    /**
     * @param functions the names of the functions there are
     * @throws InvalidTemplate where it cannot be read
     */
    public static Parsed parse(String template, Set<String> functions) {
        Parser parser = new Parser(Cutter.cut(template), functions);
        List<Node> nodes = parser.nodes();
        Stop stop = parser.stops.removeLast();
        if (!stop.word().isEmpty()) {
            throw new InvalidTemplate(stop.line(), "unexpected {{" + stop.word() + "}}");
        }
        return new Parsed(nodes, parser.defined);
    }

    /** Up to the end of the text, an {@code else} or an {@code end}; which it was is on top of the stops. */
    private List<Node> nodes() {
        if (++depth > DEPTH_MAX) {
            throw new InvalidTemplate(
                    pieces.get(Math.min(at, pieces.size() - 1)).line(), "nested too deeply");
        }
        List<Node> nodes = new ArrayList<>();
        while (at < pieces.size()) {
            Piece piece = pieces.get(at++);
            if (!piece.action()) {
                if (!piece.text().isEmpty()) {
                    nodes.add(new Node.Text(piece.text()));
                }
                continue;
            }
            List<Token> tokens = Lexer.tokens(piece);
            if (tokens.isEmpty()) {
                throw new InvalidTemplate(piece.line(), "missing value for command");
            }
            String word =
                    tokens.getFirst().kind() == Kind.WORD ? tokens.getFirst().value() : "";
            if (word.equals("end") || word.equals("else")) {
                stops.add(new Stop(word, tokens.subList(1, tokens.size()), piece.line()));
                depth--;
                return List.copyOf(nodes);
            }
            Node node = node(word, tokens, piece.line());
            if (node != null) {
                nodes.add(node);
            }
        }
        stops.add(new Stop("", List.of(), pieces.getLast().line()));
        depth--;
        return List.copyOf(nodes);
    }

    private @Nullable Node node(String word, List<Token> tokens, int line) {
        List<Token> rest = tokens.subList(1, tokens.size());
        return switch (word) {
            case "if" -> branch("if", pipeline(rest, line), line);
            case "with" -> branch("with", pipeline(rest, line), line);
            case "range" -> branch("range", pipeline(rest, line), line);
            case "template" -> new Node.Template(name(rest, line), argument(rest, line));
            case "define" -> {
                defined.put(name(rest, line), body(line));
                yield null;
            }
            case "block" -> {
                defined.put(name(rest, line), body(line));
                yield new Node.Template(name(rest, line), argument(rest, line));
            }
            case "break" -> new Node.Break();
            case "continue" -> new Node.Continue();
            default -> new Node.Output(pipeline(tokens, line));
        };
    }

    private Node branch(String word, Pipeline pipeline, int line) {
        List<Node> then = nodes();
        Stop stop = stops.removeLast();
        List<Node> otherwise = List.of();
        if (stop.word().equals("else")) {
            otherwise = otherwise(stop);
        } else if (stop.word().isEmpty()) {
            throw new InvalidTemplate(line, "{{" + word + "}} without {{end}}");
        }
        return switch (word) {
            case "if" -> new Node.If(pipeline, then, otherwise);
            case "with" -> new Node.With(pipeline, then, otherwise);
            default -> new Node.Range(pipeline, then, otherwise);
        };
    }

    /** An {@code else if} is an {@code if} that shares the end. */
    private List<Node> otherwise(Stop stop) {
        if (!stop.rest().isEmpty()) {
            String word = stop.rest().getFirst().value();
            if (!word.equals("if") && !word.equals("with")) {
                throw new InvalidTemplate(stop.line(), "unexpected " + word + " after else");
            }
            List<Token> rest = stop.rest().subList(1, stop.rest().size());
            return List.of(branch(word, pipeline(rest, stop.line()), stop.line()));
        }
        List<Node> otherwise = nodes();
        Stop end = stops.removeLast();
        if (!end.word().equals("end")) {
            throw new InvalidTemplate(stop.line(), "{{else}} without {{end}}");
        }
        return otherwise;
    }

    private List<Node> body(int line) {
        List<Node> body = nodes();
        if (!stops.removeLast().word().equals("end")) {
            throw new InvalidTemplate(line, "{{define}} without {{end}}");
        }
        return body;
    }

    private static String name(List<Token> rest, int line) {
        if (rest.isEmpty() || rest.getFirst().kind() != Kind.STRING) {
            throw new InvalidTemplate(line, "a template's name must be a quoted string");
        }
        return rest.getFirst().value();
    }

    private @Nullable Pipeline argument(List<Token> rest, int line) {
        return rest.size() == 1 ? null : pipeline(rest.subList(1, rest.size()), line);
    }

    private Pipeline pipeline(List<Token> tokens, int line) {
        return new PipelineParser(tokens, line, functions).whole();
    }
}
