package io.gpuledger.common.access;

import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A principal as the file has it, with exactly one of the three.
 *
 * @param name goes into the audit
 * @param token the token itself
 * @param tokenSha256 its SHA-256 in hexadecimal digits
 * @param tokenFile a file that holds the token and nothing else; a relative path is taken from the tokens file's folder
 */
record TokenEntry(
        String name,
        @Nullable String token,
        @Nullable String tokenSha256,
        @Nullable String tokenFile,
        List<String> roles) {

    TokenEntry {
        name = Limits.name("name", name);
        InvalidValue.unless(
                Stream.of(token, tokenSha256, tokenFile)
                                .filter(Objects::nonNull)
                                .count()
                        == 1,
                "token, tokenSha256, tokenFile",
                "of '" + name + "' must be exactly one of the three");
        roles = roles == null ? List.of() : List.copyOf(roles);
        Roles.held(roles);
        if (token != null) {
            Tokens.check(name, token);
        }
        if (tokenSha256 != null) {
            TokenHash.ofHex(name, tokenSha256);
        }
    }

    Principal principal() {
        return new Principal(name, Roles.held(roles));
    }

    @Override
    public String toString() {
        return "TokenEntry[" + name + "]";
    }
}
