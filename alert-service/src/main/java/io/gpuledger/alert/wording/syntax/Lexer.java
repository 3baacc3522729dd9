package io.gpuledger.alert.wording.syntax;

import io.gpuledger.alert.wording.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** An action -> its words. */
final class Lexer {

    private final Piece action;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean glued;

    private Lexer(Piece action) {
        this.action = action;
        this.text = action.text();
    }

    static List<Token> tokens(Piece action) {
        Lexer lexer = new Lexer(action);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                glued = false;
                continue;
            }
            next(c);
            glued = true;
        }
    }

    private void next(char c) {
        if (c == '"' || c == '\'') {
            quoted(c);
        } else if (c == '`') {
            raw();
        } else if (c == '.') {
            dotted();
        } else if (c == '$') {
            at++;
            add(Kind.VARIABLE, "$" + name());
        } else if (Character.isDigit(c) || ((c == '-' || c == '+') && digitFollows())) {
            number();
        } else if (isNamePart(c)) {
            add(Kind.WORD, name());
        } else if (text.startsWith(":=", at)) {
            at += 2;
            add(Kind.SIGN, ":=");
        } else if ("()|=,".indexOf(c) >= 0) {
            at++;
            add(Kind.SIGN, String.valueOf(c));
        } else {
            throw refused("unexpected " + Character.toString(text.codePointAt(at)) + " in an action");
        }
    }

    private void dotted() {
        at++;
        if (at < text.length() && isNamePart(text.charAt(at))) {
            add(Kind.FIELD, name());
        } else {
            add(Kind.DOT, ".");
        }
    }

    private String name() {
        int from = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private boolean digitFollows() {
        return at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    private void number() {
        int from = at++;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        add(Kind.NUMBER, text.substring(from, at));
    }

    private void raw() {
        int end = text.indexOf('`', at + 1);
        if (end < 0) {
            throw refused("unterminated raw quoted string");
        }
        add(Kind.STRING, text.substring(at + 1, end));
        at = end + 1;
    }

    private void quoted(char quote) {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            value.append(c == '\\' ? escaped() : String.valueOf(c));
        }
        if (at >= text.length()) {
            throw refused("unterminated quoted string");
        }
        at++;
        if (quote == '"') {
            add(Kind.STRING, value.toString());
        } else {
            add(Kind.NUMBER, String.valueOf(value.codePointAt(0)));
        }
    }

    private String escaped() {
        if (at >= text.length()) {
            throw refused("unterminated quoted string");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case '"', '\'', '\\' -> String.valueOf(c);
            case 'x' -> hex(2);
            case 'u' -> hex(4);
            case 'U' -> hex(8);
            default -> throw refused("unknown escape \\" + c);
        };
    }

    private String hex(int digits) {
        if (at + digits > text.length()) {
            throw refused("unterminated quoted string");
        }
        String code = text.substring(at, at + digits);
        at += digits;
        try {
            return Character.toString(Integer.parseInt(code, 16));
        } catch (IllegalArgumentException e) {
            throw refused("unknown escape");
        }
    }

    private void add(Kind kind, String value) {
        tokens.add(new Token(kind, value, glued));
    }

    private static boolean isNamePart(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private InvalidTemplate refused(String rule) {
        return new InvalidTemplate(action.line(), rule);
    }
}
