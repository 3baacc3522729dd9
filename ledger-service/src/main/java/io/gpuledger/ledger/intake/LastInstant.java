package io.gpuledger.ledger.intake;

import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Remembers the instant that was read last: all pods of a poll bear the same. */
final class LastInstant {

    private record Read(byte[] text, Instant instant) {}

    /** Threads may overtake one another here; what each finds is whole. */
    private @Nullable Read last;

    @Nullable Instant read(byte[] text, int from, int until) {
        Read known = last;
        if (known != null && Arrays.equals(known.text, 0, known.text.length, text, from, until)) {
            return known.instant;
        }
        Instant instant = InstantText.read(text, from, until);
        if (instant == null || !isPossible(instant)) {
            return null;
        }
        last = new Read(Arrays.copyOfRange(text, from, until), instant);
        return instant;
    }

    /** Of any other the parser says what is wrong with it. */
    private static boolean isPossible(Instant instant) {
        try {
            Limits.instant("at", instant);
            return true;
        } catch (InvalidValue e) {
            return false;
        }
    }
}
