package io.gpuledger.common.tls;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import org.jspecify.annotations.Nullable;

/** Older forms of a key, RFC 8017 and RFC 5915, put into the one Java reads, RFC 5208. */
final class Der {

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int CURVE = 0xa0;
    private static final byte[] VERSION = {0x02, 0x01, 0x00};
    /** 1.2.840.113549.1.1.1, and NULL. */
    private static final byte[] RSA = {
        0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };
    /** 1.2.840.10045.2.1. */
    private static final byte[] EC = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01};

    private Der() {}

    static byte[] ofRsa(byte[] key) {
        return of(SEQUENCE, VERSION, of(SEQUENCE, RSA), of(OCTETS, key));
    }

    static byte[] ofCurve(byte[] key) throws GeneralSecurityException {
        return of(SEQUENCE, VERSION, of(SEQUENCE, EC, curve(key)), of(OCTETS, key));
    }

    private static byte[] of(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        if (content.size() < 0x80) {
            whole.write(content.size());
        } else {
            whole.write(0x82);
            whole.write(content.size() >> 8);
            whole.write(content.size());
        }
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    /** The curve's name stands inside the key there, and beside it here. */
    private static byte[] curve(byte[] key) throws GeneralSecurityException {
        try {
            ByteBuffer parts = next(ByteBuffer.wrap(key), SEQUENCE);
            while (parts != null && parts.hasRemaining()) {
                ByteBuffer part = next(parts, CURVE);
                if (part != null) {
                    byte[] name = new byte[part.remaining()];
                    part.get(name);
                    return name;
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new InvalidKeyException("a key that is cut off", e);
        }
        throw new InvalidKeyException("a key without the name of its curve");
    }

    /** What the next part holds; null where it is another one. */
    private static @Nullable ByteBuffer next(ByteBuffer parts, int tag) {
        int found = parts.get() & 0xff;
        int length = parts.get() & 0xff;
        if (length >= 0x80) {
            int bytes = length & 0x7f;
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = (length << 8) | (parts.get() & 0xff);
            }
        }
        ByteBuffer content = parts.slice(parts.position(), length);
        parts.position(parts.position() + length);
        return found == tag ? content : null;
    }
}
