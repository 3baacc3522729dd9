package io.gpuledger.ledger.topology;

import java.time.Duration;
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
    private boolean isWaitedFor;

    Promptly(ProcessorContext<?, ?> context) {
        this.context = context;
        context.schedule(MOMENT, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    /** What was forwarded last is waited for. */
    void commit() {
        isWaitedFor = true;
    }

    private void look(long now) {
        if (isWaitedFor && Math.abs(now - LAST.get()) >= APART.toMillis()) {
            isWaitedFor = false;
            LAST.set(now);
            context.commit();
        }
    }
}
