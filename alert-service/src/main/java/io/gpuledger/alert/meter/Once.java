package io.gpuledger.alert.meter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The same answer for all who ask within a moment: one scrape asks many times for one thing. */
final class Once<T> implements Supplier<T> {

    static final Duration MOMENT = Duration.ofSeconds(1);

    private final Supplier<T> source;
    private final InstantSource clock;
    private @Nullable Answer<T> answer;

    private record Answer<T>(T value, Instant at) {}

    Once(Supplier<T> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public synchronized T get() {
        Instant now = clock.instant();
        Answer<T> known = answer;
        if (known == null || !now.isBefore(known.at().plus(MOMENT)) || now.isBefore(known.at())) {
            known = new Answer<>(source.get(), now);
            answer = known;
        }
        return known.value();
    }
}
