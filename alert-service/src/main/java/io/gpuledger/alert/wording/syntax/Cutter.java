package io.gpuledger.alert.wording.syntax;

import java.util.ArrayList;
import java.util.List;

/** A template -> text and actions by turns; {@code {{-} and {@code -}}} take the blanks beside them away. */
final class Cutter {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final String BLANKS = " \t\r\n";

    private final String template;
    private final List<Piece> pieces = new ArrayList<>();
    private int line = 1;

    private Cutter(String template) {
        this.template = template;
    }

    static List<Piece> cut(String template) {
        Cutter cutter = new Cutter(template);
        cutter.run();
        return cutter.pieces;
    }

    private void run() {
        int at = 0;
        boolean trim = false;
        while (true) {
            int open = template.indexOf(OPEN, at);
            String text = template.substring(at, open < 0 ? template.length() : open);
            boolean trimNext = open >= 0
                    && template.startsWith("-", open + 2)
                    && open + 3 < template.length()
                    && BLANKS.indexOf(template.charAt(open + 3)) >= 0;
            String kept = trim ? text.stripLeading() : text;
            pieces.add(new Piece(false, trimNext ? kept.stripTrailing() : kept, line));
            count(text);
            if (open < 0) {
                return;
            }
            int begin = open + (trimNext ? 3 : 2);
            int close = closing(begin);
            String inner = template.substring(begin, close);
            trim = inner.endsWith("-") && inner.length() > 1 && BLANKS.indexOf(inner.charAt(inner.length() - 2)) >= 0;
            String action = trim ? inner.substring(0, inner.length() - 1) : inner;
            if (!isComment(action.strip())) {
                pieces.add(new Piece(true, action, line));
            }
            count(inner);
            at = close + CLOSE.length();
        }
    }

    private static boolean isComment(String action) {
        return action.startsWith("/*") && action.endsWith("*/");
    }

    private void count(String text) {
        line += (int) text.chars().filter(c -> c == '\n').count();
    }

    /** Where the action that begins here ends; what is quoted or a comment does not end it. */
    private int closing(int begin) {
        if (template.substring(begin).stripLeading().startsWith("/*")) {
            int end = template.indexOf("*/", begin);
            return end < 0 ? unclosed() : found(template.indexOf(CLOSE, end));
        }
        char quote = 0;
        for (int i = begin; i < template.length(); i++) {
            char c = template.charAt(i);
            if (quote != 0) {
                if (c == '\\' && quote != '`') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '`' || c == '\'') {
                quote = c;
            } else if (template.startsWith(CLOSE, i)) {
                return i;
            }
        }
        return unclosed();
    }

    private int found(int at) {
        return at < 0 ? unclosed() : at;
    }

    private int unclosed() {
        throw new InvalidTemplate(line, "unclosed action");
    }
}
