package io.gpuledger.alert.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceTest {

    private final AtomicInteger asked = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-30T08:00:00Z");
    private final Once<Integer> once = new Once<>(asked::incrementAndGet, () -> now);

    @Test
    void asksOnceForAllOfAScrapeAndAgainForTheNext() {
        assertThat(once.get()).isEqualTo(1);
        now = now.plusMillis(999);
        assertThat(once.get()).isEqualTo(1);

        now = now.plusMillis(1);
        assertThat(once.get()).isEqualTo(2);
    }

    @Test
    void doesNotKeepAnAnswerFromAFutureThatTheClockTookBack() {
        once.get();
        now = now.minusSeconds(60);
        assertThat(once.get()).isEqualTo(2);
    }
}
