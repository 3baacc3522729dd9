package io.gpuledger.ledger.api.config;

import io.gpuledger.common.value.InvalidValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which version whoever wants a change has seen. */
final class Precondition {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    private Precondition() {}

    static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** @return absent where there is none */
    static @Nullable Long of(@Nullable String ifMatch, @Nullable String expectedVersion) {
        String given = ifMatch == null ? expectedVersion : ifMatch;
        if (given == null || given.isBlank()) {
            return null;
        }
        Matcher version = ETAG.matcher(given.strip());
        InvalidValue.unless(
                version.matches(), ifMatch == null ? "expectedVersion" : "If-Match", "must be a version such as \"7\"");
        return Long.valueOf(version.group(1));
    }
}
