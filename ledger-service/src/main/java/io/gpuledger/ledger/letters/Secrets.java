package io.gpuledger.ledger.letters;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.re2j.Pattern;
import java.util.List;

/**
 * Masks what looks like a secret in bytes of any kind: values of fields that are called a key, a token or a password, and
 * the forms in which keys are passed. Neither whole JSON is needed nor the end of it; matched in linear time.
 */
final class Secrets {

    private static final String MASKED = "$1***";

    private static final String NAME =
            "[\\w.-]*(?:api[_-]?key|access[_-]?key|private[_-]?key|secret|token|passw(?:or)?d"
                    + "|credential|authorization|cookie)[\\w.-]*";

    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("(?is)(\"" + NAME + "\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*"),
            Pattern.compile("(?i)(\\b" + NAME + "=)[^\\s&\"',;]+"),
            Pattern.compile("(?i)(\\bbearer\\s+)[\\w.~+/=-]+"),
            Pattern.compile("(\\b(?:rpa_|sk-|hf_|ghp_|AKIA))[A-Za-z0-9_-]{12,}"));

    private Secrets() {}

    static byte[] masked(byte[] bytes) {
        return masked(new String(bytes, ISO_8859_1)).getBytes(ISO_8859_1);
    }

    static String masked(String text) {
        String masked = text;
        for (Pattern pattern : PATTERNS) {
            masked = pattern.matcher(masked).replaceAll(MASKED);
        }
        return masked;
    }
}
