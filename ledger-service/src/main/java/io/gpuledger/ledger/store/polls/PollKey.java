package io.gpuledger.ledger.store.polls;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.event.AccountRef;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;

/** An account's name, a zero, and an instant in eight bytes: an account's polls stand together, in time order. */
final class PollKey {

    private PollKey() {}

    static Bytes of(AccountRef account, long at) {
        byte[] name = account.toString().getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(name.length + 1 + Long.BYTES)
                .put(name)
                .put((byte) 0)
                .putLong(Math.max(0, at))
                .array());
    }

    static Bytes first(AccountRef account) {
        return of(account, 0);
    }

    static Bytes last(AccountRef account) {
        return of(account, Long.MAX_VALUE);
    }

    static long instantIn(Bytes key) {
        byte[] bytes = key.get();
        return ByteBuffer.wrap(bytes, bytes.length - Long.BYTES, Long.BYTES).getLong();
    }
}
