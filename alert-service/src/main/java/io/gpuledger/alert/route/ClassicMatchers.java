package io.gpuledger.alert.route;

import io.gpuledger.common.value.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads matchers as Alertmanager did before 0.27, and still does where the newer way fails: the value is whatever stands
 * behind the operator, up to a comma outside double quotes.
 */
final class ClassicMatchers {

    private static final Pattern FORM =
            Pattern.compile("\\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(=~|=|!=|!~)\\s*(.*?)\\s*", Pattern.DOTALL);

    private ClassicMatchers() {}

    static List<Matcher> all(String text) {
        String bare = text.startsWith("{") ? text.substring(1) : text;
        bare = bare.endsWith("}") ? bare.substring(0, bare.length() - 1) : bare;
        return parts(bare).stream().map(ClassicMatchers::one).toList();
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                quoted ^= c == '"' && !escaped;
                part.append(c);
            }
            escaped = c == '\\' && !escaped;
        }
        if (!part.toString().isBlank()) {
            parts.add(part.toString());
        }
        return parts;
    }

    private static Matcher one(String text) {
        java.util.regex.Matcher form = FORM.matcher(text);
        InvalidValue.unless(form.matches(), "matcher", "must be name, one of = != =~ !~, and a value");
        Matcher.Kind kind = Matcher.Kind.of(form.group(2));
        return new Matcher(form.group(1), kind, value(form.group(3)));
    }

    private static String value(String raw) {
        boolean quoted = raw.startsWith("\"");
        InvalidValue.unless(!quoted || (raw.length() > 1 && raw.endsWith("\"")), "matcher", "has no closing quote");
        String inner = quoted ? raw.substring(1, raw.length() - 1) : raw;
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            boolean escapes = c == '\\' && i + 1 < inner.length();
            InvalidValue.unless(
                    c != '"', "matcher", "has a double quote inside its value without a backslash before it");
            value.append(escapes ? MatcherReader.unescaped(inner.charAt(++i)) : String.valueOf(c));
        }
        return value.toString();
    }
}
