package io.gpuledger.alert.answer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The signatures of PagerDuty's webhooks v3: {@code v1=} and the HMAC-SHA256 of the body in hex, one or several. */
final class HookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1=";
    private static final int SIGNATURES_MAX = 10;

    private HookSignature() {}

    /**
     * Whether one of the signatures is of one of the secrets. How long it takes tells nothing of where they differ.
     *
     * @param header what the webhook says; absent where it says nothing
     * @param secrets with blanks between them, while one takes over from the other
     */
    static boolean isValid(@Nullable String header, String secrets, byte[] body) {
        if (header == null || secrets.isBlank()) {
            return false;
        }
        String[] given = header.split(",", SIGNATURES_MAX + 1);
        boolean valid = false;
        for (String secret : secrets.strip().split("\\s+", -1)) {
            byte[] wanted = HexFormat.of().formatHex(signed(secret, body)).getBytes(US_ASCII);
            valid |= Arrays.stream(given)
                    .limit(SIGNATURES_MAX)
                    .map(String::strip)
                    .filter(one -> one.startsWith(VERSION))
                    .map(one -> one.substring(VERSION.length()).toLowerCase(Locale.ROOT))
                    .map(one -> MessageDigest.isEqual(wanted, one.getBytes(UTF_8)))
                    .reduce(false, Boolean::logicalOr);
        }
        return valid;
    }

    static byte[] signed(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
