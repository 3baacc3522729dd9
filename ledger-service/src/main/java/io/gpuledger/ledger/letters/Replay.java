package io.gpuledger.ledger.letters;

import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.Via;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of writing one letter back. */
public sealed interface Replay {

    /** @param times how often by now */
    record Written(String letter, String topic, int times) implements Replay {}

    /** Nothing was written. */
    record Refused(String letter, Why why) implements Replay {}

    /**
     * What came of writing many back, the oldest first.
     *
     * @param written how many were
     * @param alreadyWritten how many had been before
     * @param withoutTopic how many came on no topic that could take them back
     * @param next where to go on ({@code after}); absent where there are no more
     */
    record Many(
            int written,
            int alreadyWritten,
            int withoutTopic,
            @Nullable String next) {}

    /** What is written down of it in {@code audit.v1}. */
    static AuditEntry audited(Replay replay, Replayer.Wish wish, Instant now) {
        return switch (replay) {
            case Written written ->
                entry(
                        "dead-letter/" + written.letter,
                        wish,
                        now,
                        Map.of("topic", written.topic, "times", written.times),
                        "");
            case Refused refused ->
                entry(
                        "dead-letter/" + refused.letter,
                        wish,
                        now,
                        null,
                        refused.why.name().toLowerCase(Locale.ROOT));
        };
    }

    /** The same of many: one entry; which letters they were is in {@code replays.v1}. */
    static AuditEntry audited(Many many, LetterFilter filter, Replayer.Wish wish, Instant now) {
        Map<String, Object> after = Map.of(
                "written", many.written, "alreadyWritten", many.alreadyWritten, "withoutTopic", many.withoutTopic);
        return entry("dead-letters", wish, now, after, filter.text());
    }

    private static AuditEntry entry(
            String object, Replayer.Wish wish, Instant now, @Nullable Map<String, Object> after, String reason) {
        return new AuditEntry(
                UUID.randomUUID().toString(),
                now,
                wish.by(),
                Via.REST,
                AuditEntry.Action.LETTER_REPLAY,
                object,
                null,
                after,
                after == null ? AuditEntry.Outcome.REFUSED : AuditEntry.Outcome.DONE,
                reason);
    }

    /** Why not. */
    enum Why {
        NOT_FOUND,
        ALREADY_WRITTEN,
        WITHOUT_TOPIC
    }
}
