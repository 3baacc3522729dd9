package io.gpuledger.alert.route;

import io.gpuledger.common.value.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads matchers as they are written in routing files and filters: {@code name op value}, the operators {@code = != =~
 * !~}, name and value bare or in double quotes, several in braces with commas between them. What cannot be read so is read
 * the way older versions did; if neither can, the newer way says why.
 */
public final class MatcherReader {

    private static final Pattern BARE = Pattern.compile("[^\\s{}!=~,\"'`\\\\]+");

    private final String text;
    private int at;

    private MatcherReader(String text) {
        this.text = text;
    }

    public static Matcher one(String text) {
        List<Matcher> matchers = all(text);
        InvalidValue.unless(matchers.size() == 1, "matcher", "must be one condition, such as severity=\"page\"");
        return matchers.getFirst();
    }

    /** One or several conditions, which all must hold. */
    public static List<Matcher> all(String text) {
        try {
            return new MatcherReader(text.strip()).list();
        } catch (InvalidValue e) {
            return classic(text.strip(), e);
        }
    }

    private static List<Matcher> classic(String text, InvalidValue why) {
        try {
            return ClassicMatchers.all(text);
        } catch (InvalidValue e) {
            why.addSuppressed(e);
            throw why;
        }
    }

    private List<Matcher> list() {
        boolean braced = takes("{");
        InvalidValue.unless(!braced || text.endsWith("}"), "matcher", "has no closing brace");
        int end = braced ? text.length() - 1 : text.length();
        List<Matcher> matchers = new ArrayList<>();
        skipBlanks();
        while (at < end) {
            matchers.add(next(end));
            skipBlanks();
            InvalidValue.unless(at >= end || takes(","), "matcher", "has something behind its value");
            skipBlanks();
        }
        return List.copyOf(matchers);
    }

    private Matcher next(int end) {
        String name = word(end);
        skipBlanks();
        Matcher.Kind kind = kind();
        skipBlanks();
        String value = at < end && text.charAt(at) != ',' ? word(end) : "";
        return new Matcher(name, kind, value);
    }

    private Matcher.Kind kind() {
        if (takes("=~")) {
            return Matcher.Kind.MATCHES;
        }
        if (takes("!~")) {
            return Matcher.Kind.MATCHES_NOT;
        }
        if (takes("!=")) {
            return Matcher.Kind.NOT_EQUAL;
        }
        InvalidValue.unless(takes("="), "matcher", "needs one of = != =~ !~ behind the label name");
        return Matcher.Kind.EQUAL;
    }

    private String word(int end) {
        if (at < end && text.charAt(at) == '"') {
            return quoted(end);
        }
        java.util.regex.Matcher bare = BARE.matcher(text).region(at, end);
        InvalidValue.unless(bare.lookingAt(), "matcher", "needs quotes around such a name or value");
        at = bare.end();
        return bare.group();
    }

    private String quoted(int end) {
        StringBuilder word = new StringBuilder();
        for (at++; at < end && text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            boolean escaped = c == '\\' && at + 1 < end;
            word.append(escaped ? unescaped(text.charAt(++at)) : String.valueOf(c));
        }
        InvalidValue.unless(at < end, "matcher", "has no closing quote");
        at++;
        return word.toString();
    }

    /** As Alertmanager: n, quote and backslash are escapes, anything else keeps its backslash (regular expressions). */
    static String unescaped(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case '"' -> "\"";
            case '\\' -> "\\";
            default -> "\\" + c;
        };
    }

    private boolean takes(String sign) {
        if (!text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        return true;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
