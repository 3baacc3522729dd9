package io.gpuledger.ledger.letters;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says, without what looks secret.
 *
 * @param encoding {@code text} where the bytes are UTF-8, else {@code base64}
 * @param bytes how many there are
 * @param truncated whether only the first {@value #SHOWN_BYTES_MAX} bytes are shown
 */
public record Payload(String encoding, String content, int bytes, boolean truncated) {

    public static final int SHOWN_BYTES_MAX = 65_536;

    static @Nullable Payload of(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        boolean truncated = value.length > SHOWN_BYTES_MAX;
        byte[] shown = Secrets.masked(truncated ? Arrays.copyOf(value, SHOWN_BYTES_MAX) : value);
        String text = text(shown, truncated);
        return text == null
                ? new Payload("base64", Base64.getEncoder().encodeToString(shown), value.length, truncated)
                : new Payload("text", text, value.length, truncated);
    }

    /** The bytes as UTF-8; a character that was cut through at the end is left out. */
    private static @Nullable String text(byte[] bytes, boolean truncated) {
        int cutMax = truncated ? Math.min(3, bytes.length) : 0;
        for (int cut = 0; cut <= cutMax; cut++) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, 0, bytes.length - cut))
                        .toString();
            } catch (CharacterCodingException cutInsideACharacter) {
                // one byte less, then
            }
        }
        return null;
    }
}
