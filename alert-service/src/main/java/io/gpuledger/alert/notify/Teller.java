package io.gpuledger.alert.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what is true with what was told. The rows and their order are Alertmanager's; the last but one is ours. */
public final class Teller {

    private Teller() {}

    /**
     * @param last what was told before; absent where nothing was, or long ago
     */
    public static Verdict judge(@Nullable Memory last, Now now, boolean sendResolved, Duration repeatInterval) {
        if (last == null) {
            return now.firing().isEmpty() ? new Verdict.Quiet() : new Verdict.Say("first notification");
        }
        if (!last.firing().containsAll(now.firing())) {
            return new Verdict.Say(last.firing().isEmpty() ? "first notification" : "new alerts added");
        }
        if (now.firing().isEmpty()) {
            return ending(last, now, sendResolved);
        }
        if (sendResolved && !last.resolved().containsAll(now.resolved())) {
            return new Verdict.Say("some alerts resolved");
        }
        return last.at().isBefore(now.at().minus(repeatInterval))
                ? new Verdict.Say("repeat interval elapsed")
                : new Verdict.Quiet();
    }

    private static Verdict ending(Memory last, Now now, boolean sendResolved) {
        if (!last.firing().isEmpty()) {
            return sendResolved ? new Verdict.Say("all alerts resolved") : new Verdict.Note();
        }
        boolean announced = !Collections.disjoint(last.open(), now.resolved());
        return sendResolved && announced ? new Verdict.Say("some alerts resolved") : new Verdict.Quiet();
    }

    /**
     * What is true of a group at a tick.
     *
     * @param firing fingerprints of its firing alerts that are not kept quiet
     * @param resolved fingerprints of its resolved ones
     */
    public record Now(Instant at, Set<String> firing, Set<String> resolved) {}
}
