package io.gpuledger.alert.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The identity of a label set, as Alertmanager and Prometheus compute it: FNV-1a-64 over the sorted labels. */
public final class Fingerprint {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final byte SEPARATOR = (byte) 0xff;

    private Fingerprint() {}

    /** 16 hex digits. */
    public static String of(Map<String, String> labels) {
        long hash = OFFSET;
        for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
            hash = mixed(hash, label.getKey());
            hash = mixed(hash, label.getValue());
        }
        return HexFormat.of().toHexDigits(hash);
    }

    private static long mixed(long hash, String text) {
        long mixed = hash;
        for (byte b : text.getBytes(UTF_8)) {
            mixed = (mixed ^ (b & 0xff)) * PRIME;
        }
        return (mixed ^ (SEPARATOR & 0xff)) * PRIME;
    }
}
