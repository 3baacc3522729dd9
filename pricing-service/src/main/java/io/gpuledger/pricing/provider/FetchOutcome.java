package io.gpuledger.pricing.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How asking a provider ended. */
public sealed interface FetchOutcome<T> {

    /**
     * It answered.
     *
     * @param pause how long it is not to be asked again by its own account; mostly nothing
     */
    record Fetched<T>(T value, Duration pause) implements FetchOutcome<T> {
        @Override
        public @Nullable Failure failure() {
            return null;
        }
    }

    /** It did not, or not with what was asked. */
    record Failed<T>(Failure failure) implements FetchOutcome<T> {}

    /** Why it failed; absent where it did not. */
    @Nullable Failure failure();

    static <T> FetchOutcome<T> fetched(T value) {
        return new Fetched<>(value, Duration.ZERO);
    }

    static <T> FetchOutcome<T> failed(Failure failure) {
        return new Failed<>(failure);
    }

    /** Reads what was fetched into something else; a failure stays what it is. */
    default <R> FetchOutcome<R> then(Reading<? super T, R> reading) {
        return switch (this) {
            case Failed<T> failed -> failed(failed.failure());
            case Fetched<T> fetched ->
                switch (reading.read(fetched.value())) {
                    case Fetched<R> read ->
                        new Fetched<>(read.value(), fetched.pause().plus(read.pause()));
                    case Failed<R> unread -> unread;
                };
        };
    }

    /** A step from one answer to the next. */
    @FunctionalInterface
    interface Reading<T, R> {
        FetchOutcome<R> read(T value);
    }
}
