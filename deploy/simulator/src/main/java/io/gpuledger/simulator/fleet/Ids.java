package io.gpuledger.simulator.fleet;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Pod ids that look like the provider's and are the same every time a scenario is played. */
final class Ids {

    private static final int LENGTH = 14;

    private Ids() {}

    static String of(String name) {
        CRC32 crc = new CRC32();
        StringBuilder id = new StringBuilder();
        while (id.length() < LENGTH) {
            crc.update(name.getBytes(StandardCharsets.UTF_8));
            id.append(Long.toString(crc.getValue(), Character.MAX_RADIX));
        }
        return id.substring(0, LENGTH);
    }
}
