package io.gpuledger.simulator.graphql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one operation into the fields it asks for. */
public final class QueryReader {

    private static final int DEPTH_MAX = 20;
    private static final Pattern TOKEN = Pattern.compile("\\s+|,|#[^\\n]*|(?<token>\"(?:[^\"\\\\]|\\\\.)*\"|\\.{3}"
            + "|[A-Za-z_][A-Za-z0-9_]*|-?[0-9][0-9.eE+-]*|[{}()\\[\\]:!$=@])");

    private final List<String> tokens;
    private final Map<String, ?> variables;
    private int next;

    private QueryReader(List<String> tokens, Map<String, ?> variables) {
        this.tokens = tokens;
        this.variables = variables;
    }

    /** The fields of the operation's root. */
    public static List<Field> read(String query, Map<String, ?> variables) throws Unanswerable {
        QueryReader reader = new QueryReader(tokens(query), variables);
        reader.skipHead();
        return reader.selection(0);
    }

    private static List<String> tokens(String query) throws Unanswerable {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(query);
        int end = 0;
        while (end < query.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw Unanswerable.syntax(query.substring(end, Math.min(end + 1, query.length())));
            }
            String token = matcher.group("token");
            if (token != null) {
                tokens.add(token);
            }
            end = matcher.end();
        }
        return tokens;
    }

    /** Passes {@code query Name($variable: Type!)}. */
    private void skipHead() throws Unanswerable {
        while (!peek().equals("{")) {
            if (take().equals("(")) {
                while (!take().equals(")")) {
                    // types of variables are not checked
                }
            }
        }
    }

    private List<Field> selection(int depth) throws Unanswerable {
        if (depth > DEPTH_MAX) {
            throw Unanswerable.syntax("{");
        }
        expect("{");
        List<Field> fields = new ArrayList<>();
        while (!peek().equals("}")) {
            fields.add(field(depth));
        }
        expect("}");
        return fields;
    }

    private Field field(int depth) throws Unanswerable {
        String name = name();
        String alias = name;
        if (peek().equals(":")) {
            take();
            name = name();
        }
        Map<String, @Nullable Object> arguments = peek().equals("(") ? entries("(", ")") : Map.of();
        List<Field> selection = peek().equals("{") ? selection(depth + 1) : List.of();
        return new Field(name, alias, arguments, selection);
    }

    private Map<String, @Nullable Object> entries(String open, String close) throws Unanswerable {
        expect(open);
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        while (!peek().equals(close)) {
            String name = name();
            expect(":");
            entries.put(name, value());
        }
        expect(close);
        return entries;
    }

    private @Nullable Object value() throws Unanswerable {
        if (peek().equals("{")) {
            return entries("{", "}");
        }
        String token = take();
        if (token.equals("$")) {
            return variables.get(name());
        }
        if (token.equals("[")) {
            List<@Nullable Object> list = new ArrayList<>();
            while (!peek().equals("]")) {
                list.add(value());
            }
            expect("]");
            return list;
        }
        return token.startsWith("\"") ? token.substring(1, token.length() - 1) : token;
    }

    private String name() throws Unanswerable {
        String token = take();
        if (!Character.isLetter(token.charAt(0)) && token.charAt(0) != '_') {
            throw Unanswerable.syntax(token);
        }
        return token;
    }

    private void expect(String token) throws Unanswerable {
        String found = take();
        if (!found.equals(token)) {
            throw Unanswerable.syntax(found);
        }
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "<EOF>";
    }

    private String take() throws Unanswerable {
        if (next >= tokens.size()) {
            throw Unanswerable.syntax("<EOF>");
        }
        return tokens.get(next++);
    }
}
