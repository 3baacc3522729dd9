package io.gpuledger.ledger.store.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.event.Use;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Entry;
import io.gpuledger.ledger.books.Impulse;
import io.gpuledger.ledger.books.Rates;
import io.gpuledger.ledger.books.Strand;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the changelog. The key is what makes two entries one, the value is the rest; both begin with the version of
 * the form. Texts are their length and UTF-8; no text is length 0.
 */
final class EntryBytes {

    private static final byte VERSION = 1;
    private static final int ESTIMATED = 1;
    private static final int RECONCILED = 2;
    private static final Impulse NO_IMPULSE = Impulse.NONE;

    private EntryBytes() {}

    /** An entry with the scope it stands in. */
    record Placed(Scope scope, Entry entry) {}

    static byte[] key(Scope scope, Entry entry) {
        Cell cell = entry.cell();
        Pen pen = new Pen();
        pen.put(VERSION);
        pen.text(scope.key());
        pen.text(cell.owner());
        pen.text(cell.project());
        pen.text(cell.costCentre());
        pen.text(cell.account().provider());
        pen.text(cell.account().name());
        pen.text(cell.cluster());
        pen.text(cell.sku());
        pen.text(cell.tier().name());
        pen.text(cell.component().name());
        Use use = entry.strand().use();
        pen.text(use == null ? null : use.name());
        pen.text(entry.source().name());
        pen.put((byte)
                ((entry.strand().estimated() ? ESTIMATED : 0) | (entry.strand().reconciled() ? RECONCILED : 0)));
        pen.number(entry.at());
        pen.number(entry.known());
        pen.text(entry.resource());
        pen.text(entry.job());
        pen.text(entry.name());
        return pen.bytes();
    }

    static byte[] value(Entry entry) {
        Pen pen = new Pen();
        pen.put(VERSION);
        pen.number(entry.rates().nanoDollars());
        pen.number(entry.rates().milliGpus());
        pen.number(entry.rates().unpricedMilliGpus());
        pen.put((byte) (entry.impulse().isNothing() ? 0 : 1));
        if (!entry.impulse().isNothing()) {
            pen.integer(entry.impulse().cost().units());
            pen.integer(entry.impulse().gpuTime().units());
            pen.integer(entry.impulse().unpriced().units());
        }
        pen.text(entry.cause());
        return pen.bytes();
    }

    /** @param value absent where only the place is wanted */
    static Placed read(byte[] key, byte @Nullable [] value) {
        try {
            ByteBuffer k = opened(key);
            Scope scope = Scope.ofKey(text(k));
            Cell cell = new Cell(
                    text(k),
                    optional(k),
                    optional(k),
                    new AccountRef(text(k), text(k)),
                    optional(k),
                    optional(k),
                    Tier.valueOf(text(k)),
                    Component.valueOf(text(k)));
            String use = optional(k);
            PriceSource source = PriceSource.valueOf(text(k));
            byte marks = k.get();
            Strand strand = new Strand(
                    cell,
                    use == null ? null : Use.valueOf(use),
                    source,
                    (marks & ESTIMATED) != 0,
                    (marks & RECONCILED) != 0);
            return new Placed(scope, entry(strand, k, value));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new SerializationException("cannot read state of the books", e);
        }
    }

    private static Entry entry(Strand strand, ByteBuffer key, byte @Nullable [] value) {
        long at = key.getLong();
        long known = key.getLong();
        String resource = text(key);
        String job = optional(key);
        String name = text(key);
        if (value == null) {
            return new Entry(strand, resource, name, job, at, known, Rates.NONE, NO_IMPULSE, "");
        }
        ByteBuffer v = opened(value);
        Rates rates = new Rates(v.getLong(), v.getLong(), v.getLong());
        Impulse impulse = v.get() == 0
                ? NO_IMPULSE
                : new Impulse(new Money(integer(v)), new GpuTime(integer(v)), new GpuTime(integer(v)));
        return new Entry(strand, resource, name, job, at, known, rates, impulse, text(v));
    }

    private static ByteBuffer opened(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (buffer.get() != VERSION) {
            throw new SerializationException("state of the books in a form that is not known here");
        }
        return buffer;
    }

    private static @Nullable String optional(ByteBuffer from) {
        String text = text(from);
        return text.isEmpty() ? null : text;
    }

    private static String text(ByteBuffer from) {
        int length = Short.toUnsignedInt(from.getShort());
        byte[] text = new byte[length];
        from.get(text);
        return new String(text, UTF_8);
    }

    private static BigInteger integer(ByteBuffer from) {
        byte[] bytes = new byte[from.get()];
        from.get(bytes);
        return new BigInteger(bytes);
    }

    /** Writes into bytes that grow. */
    private static final class Pen {
        private byte[] bytes = new byte[256];
        private int used;

        void put(byte one) {
            room(1)[used++] = one;
        }

        void number(long number) {
            ByteBuffer.wrap(room(Long.BYTES)).putLong(used, number);
            used += Long.BYTES;
        }

        void text(@Nullable String text) {
            append(text == null ? new byte[0] : text.getBytes(UTF_8), Short.BYTES);
        }

        void integer(BigInteger number) {
            append(number.toByteArray(), Byte.BYTES);
        }

        private void append(byte[] part, int lengthBytes) {
            ByteBuffer room = ByteBuffer.wrap(room(lengthBytes + part.length)).position(used);
            if (lengthBytes == Short.BYTES) {
                room.putShort((short) part.length);
            } else {
                room.put((byte) part.length);
            }
            room.put(part);
            used = room.position();
        }

        private byte[] room(int more) {
            if (used + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(used + more, 2 * bytes.length));
            }
            return bytes;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, used);
        }
    }
}
