package io.gpuledger.common.inbox;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What was read of one partition, on its way. */
public interface Lane<E> extends AutoCloseable {

    /** @param event null where the record could not be read: only its place counts */
    void accept(long offset, @Nullable E event);

    /** From where reading must begin again after a restart; absent before the first record. */
    OptionalLong safeOffset();

    /** How many are not finished. */
    int waiting();

    /** Breaks off what is under way; it begins again from {@link #safeOffset}. */
    @Override
    void close();
}
