package io.gpuledger.alert.route;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.gpuledger.common.value.InvalidValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one label. A label that is not there is the empty text. A pattern must match the whole value; it is
 * RE2's syntax, so it takes linear time whoever wrote it.
 */
public final class Matcher {

    /** File order does not matter to a group key: by name, value, then kind. */
    public static final Comparator<Matcher> ORDER =
            Comparator.comparing(Matcher::name).thenComparing(m -> m.value).thenComparing(m -> m.kind);

    /** How the value is compared. */
    public enum Kind {
        EQUAL("="),
        NOT_EQUAL("!="),
        MATCHES("=~"),
        MATCHES_NOT("!~");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        static Kind of(String sign) {
            return Arrays.stream(values())
                    .filter(kind -> kind.sign.equals(sign))
                    .findFirst()
                    .orElseThrow();
        }

        public String sign() {
            return sign;
        }
    }

    private final String name;
    private final Kind kind;
    private final String value;
    private final @Nullable Pattern pattern;

    public Matcher(String name, Kind kind, String value) {
        InvalidValue.unless(!name.isEmpty(), "matcher", "needs a label name");
        this.name = name;
        this.kind = kind;
        this.value = value;
        this.pattern = kind == Kind.MATCHES || kind == Kind.MATCHES_NOT ? compiled(value) : null;
    }

    private static Pattern compiled(String value) {
        try {
            return Pattern.compile("^(?:" + value + ")$");
        } catch (PatternSyntaxException e) {
            throw new InvalidValue("matcher", "has a regular expression that cannot be used: " + e.getDescription());
        }
    }

    public boolean matches(Map<String, String> labels) {
        String present = labels.getOrDefault(name, "");
        return switch (kind) {
            case EQUAL -> present.equals(value);
            case NOT_EQUAL -> !present.equals(value);
            case MATCHES -> patternMatches(present);
            case MATCHES_NOT -> !patternMatches(present);
        };
    }

    private boolean patternMatches(String present) {
        return pattern != null && pattern.matcher(present).matches();
    }

    public String name() {
        return name;
    }

    /** As group keys write it. */
    @Override
    public String toString() {
        return name + kind.sign() + Quoted.text(value);
    }
}
