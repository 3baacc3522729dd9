package io.gpuledger.alert.sink;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one attempt; {@code detail} is a few words and never secret. */
public sealed interface Answer {

    String detail();

    /** It was taken. */
    record Delivered(String detail) implements Answer {}

    /**
     * Not now.
     *
     * @param after how long the receiver wants to be left alone; absent where it did not say
     */
    record Retry(String detail, @Nullable Duration after) implements Answer {}

    /** It will not be taken, however often it is tried. */
    record Rejected(String detail) implements Answer {}
}
