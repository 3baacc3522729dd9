package io.gpuledger.alert.sink.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of Standard Webhooks 1.0: HMAC-SHA256 over {@code id.timestamp.body}. */
final class Signature {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES_MIN = 24;
    private static final int KEY_BYTES_MAX = 64;

    private Signature() {}

    /** Whether it is one key, or two with a blank between them while one takes over from the other. */
    static boolean isKeys(String text) {
        return !text.isBlank() && Arrays.stream(text.strip().split("\\s+", -1)).allMatch(Signature::isKey);
    }

    private static boolean isKey(String text) {
        try {
            int bytes = text.startsWith(PREFIX) ? key(text).length : 0;
            return bytes >= KEY_BYTES_MIN && bytes <= KEY_BYTES_MAX;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] key(String text) {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    /** @param timestamp seconds of the epoch */
    static String of(String keys, String id, long timestamp, byte[] body) {
        return Arrays.stream(keys.strip().split("\\s+", -1))
                .map(key -> "v1," + Base64.getEncoder().encodeToString(signed(key(key), id, timestamp, body)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] signed(byte[] key, String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
