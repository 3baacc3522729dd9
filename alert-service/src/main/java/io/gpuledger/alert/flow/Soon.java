package io.gpuledger.alert.flow;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.NullUnmarked;

/**
 * Has what others wait for committed at once, and what follows close behind together with its neighbours: a commit stops
 * the thread for milliseconds, and many groups are due within a few.
 */
@NullUnmarked
final class Soon {

    private static final Duration APART = Duration.ofMillis(50);

    private final ProcessorContext<?, ?> context;
    private Cancellable asked;
    private long last;

    Soon(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /** What was forwarded so far is waited for. */
    void commit() {
        long now = context.currentSystemTimeMs();
        if (asked == null && Math.abs(now - last) >= APART.toMillis()) {
            last = now;
            context.commit();
        } else if (asked == null) {
            asked = context.schedule(APART, PunctuationType.WALL_CLOCK_TIME, this::again);
        }
    }

    private void again(long now) {
        asked.cancel();
        asked = null;
        last = now;
        context.commit();
    }
}
