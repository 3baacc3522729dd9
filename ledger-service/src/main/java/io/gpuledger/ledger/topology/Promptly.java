package io.gpuledger.ledger.topology;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.NullUnmarked;

/**
 * Has what others wait for committed soon, instead of at the next interval. A moment passes first, because what comes of one
 * poll comes to several tasks, and one commit is for all tasks of a thread; and as a commit costs milliseconds, a
 * thread is asked for at most one in so many. The clock says when, never what.
 */
@NullUnmarked
final class Promptly {

    private static final Duration MOMENT = Duration.ofMillis(5);
    private static final Duration APART = Duration.ofMillis(10);

    private static final ThreadLocal<Long> LAST = ThreadLocal.withInitial(() -> 0L);

    private final ProcessorContext<?, ?> context;
    private Cancellable asked;

    Promptly(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /** What was forwarded last is waited for. Nothing is scheduled otherwise: what is looked at often slows the thread. */
    void commit() {
        if (asked == null) {
            asked = context.schedule(MOMENT, PunctuationType.WALL_CLOCK_TIME, this::look);
        }
    }

    private void look(long now) {
        if (Math.abs(now - LAST.get()) >= APART.toMillis()) {
            asked.cancel();
            asked = null;
            LAST.set(now);
            context.commit();
        }
    }
}
