package io.gpuledger.ledger.store.polls;

import io.gpuledger.ledger.timeline.Poll;
import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * A poll as bytes: the format, what its marker told (the pods it counted and two more), and who was seen as lengths of runs, unseen
 * and seen by turns. A fleet that is wholly seen is a few bytes, however large it is.
 */
final class PollBytes {

    private static final byte RUNS = 1;
    private static final int VARINT_BYTES_MAX = 5;

    private PollBytes() {}

    static byte[] write(Poll poll) {
        ByteBuffer out = ByteBuffer.allocate(1 + VARINT_BYTES_MAX * (1 + 2 * runs(poll.seen())));
        out.put(RUNS);
        put(out, poll.expected() - Poll.FAILED);
        BitSet seen = poll.seen();
        int from = 0;
        for (int set = seen.nextSetBit(0); set >= 0; set = seen.nextSetBit(from)) {
            int clear = seen.nextClearBit(set);
            put(out, set - from);
            put(out, clear - set);
            from = clear;
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    static Poll read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte format = in.get();
        if (format != RUNS) {
            throw new IllegalStateException(
                    "a poll is kept in format " + format + ", which is newer than this program");
        }
        int expected = next(in) + Poll.FAILED;
        BitSet seen = new BitSet();
        int from = 0;
        while (in.hasRemaining()) {
            int set = from + next(in);
            from = set + next(in);
            seen.set(set, from);
        }
        return new Poll(seen, expected);
    }

    private static int runs(BitSet seen) {
        int runs = 0;
        for (int set = seen.nextSetBit(0); set >= 0; set = seen.nextSetBit(seen.nextClearBit(set))) {
            runs++;
        }
        return runs;
    }

    private static void put(ByteBuffer out, int number) {
        int left = number;
        while ((left & ~0x7f) != 0) {
            out.put((byte) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        out.put((byte) left);
    }

    private static int next(ByteBuffer in) {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = in.get();
            number |= (part & 0x7f) << shift;
            if (part >= 0) {
                return number;
            }
        }
    }
}
