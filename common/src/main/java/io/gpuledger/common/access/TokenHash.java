package io.gpuledger.common.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.value.InvalidValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The SHA-256 of a token. A token is long and made by chance, so a slow hash would hide it no better. */
final class TokenHash {

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");

    private final byte[] hash;

    private TokenHash(byte[] hash) {
        this.hash = hash;
    }

    static TokenHash of(String token) {
        try {
            return new TokenHash(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    static TokenHash ofHex(String owner, String hex) {
        InvalidValue.unless(
                HEX.matcher(hex).matches(), "tokenSha256", "of '" + owner + "' must be 64 hexadecimal digits");
        return new TokenHash(HexFormat.of().parseHex(hex));
    }

    /** Takes the same time wherever they differ. */
    boolean matches(TokenHash other) {
        return MessageDigest.isEqual(hash, other.hash);
    }

    @Override
    public String toString() {
        return "<hash>";
    }
}
