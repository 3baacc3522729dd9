package io.gpuledger.ledger.books.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Texts that occur many times, each kept once as bytes and known by a number. None is forgotten. */
public final class Texts {

    /** The number of no text. */
    public static final int NONE = -1;

    private byte[] bytes = new byte[1 << 10];
    private int used;
    /** Where each text ends; it begins where the one before ends. */
    private int[] ends = new int[64];

    private int count;
    private int[] slots = filled(128);

    public int size() {
        return count;
    }

    /** Bytes of memory, without the headers of the few arrays. */
    public long bytesHeld() {
        return bytes.length + 4L * ends.length + 4L * slots.length;
    }

    public int numberOf(String text) {
        byte[] written = text.getBytes(UTF_8);
        int slot = slotOf(written);
        if (slots[slot] == NONE) {
            slots[slot] = append(written);
            if (2 * count > slots.length) {
                widen();
            }
            return count - 1;
        }
        return slots[slot];
    }

    /** The number of a text that is there already; {@link #NONE} where it is not. */
    public int find(String text) {
        return slots[slotOf(text.getBytes(UTF_8))];
    }

    public String text(int number) {
        return new String(bytes, begin(number), ends[number] - begin(number), UTF_8);
    }

    private int begin(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private int append(byte[] text) {
        if (used + text.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(used, text.length), used + (used >> 1)));
        }
        System.arraycopy(text, 0, bytes, used, text.length);
        used += text.length;
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count + (count >> 1));
        }
        ends[count] = used;
        return count++;
    }

    private int slotOf(byte[] text) {
        int slot = spread(Arrays.hashCode(text)) & (slots.length - 1);
        while (slots[slot] != NONE && !isAt(slots[slot], text)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isAt(int number, byte[] text) {
        return Arrays.equals(bytes, begin(number), ends[number], text, 0, text.length);
    }

    private void widen() {
        slots = filled(2 * slots.length);
        for (int number = 0; number < count; number++) {
            slots[slotOf(Arrays.copyOfRange(bytes, begin(number), ends[number]))] = number;
        }
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, NONE);
        return slots;
    }
}
