package io.gpuledger.ledger.letters;

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

    /** Why not. */
    enum Why {
        NOT_FOUND,
        ALREADY_WRITTEN,
        WITHOUT_TOPIC
    }
}
