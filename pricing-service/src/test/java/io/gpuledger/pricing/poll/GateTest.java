package io.gpuledger.pricing.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.pricing.provider.Failure;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Gate.Patience PATIENCE = new Gate.Patience(Duration.ofSeconds(5), Duration.ofSeconds(60));
    private static final Failure BROKEN = new Failure.Unavailable("status 500", true);

    private static Duration wait(int failures, Failure failure, double chance) {
        return Duration.between(
                NOW,
                new Gate(failures, NOW).failed(failure, NOW, PATIENCE, chance).opensAt());
    }

    @Test
    void theFirstFailureCostsNoPoll() {
        assertThat(Gate.OPEN.failed(BROKEN, NOW, PATIENCE, 1).isOpen(NOW)).isTrue();
    }

    @Test
    void furtherFailuresDoubleTheWait() {
        assertThat(wait(1, BROKEN, 1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(wait(2, BROKEN, 1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(wait(3, BROKEN, 1)).isEqualTo(Duration.ofSeconds(20));
    }

    @Property
    void theWaitStaysBetweenHalfAndWholeAndBelowItsLimit(
            @ForAll @IntRange(min = 1, max = 1000) int failures, @ForAll @DoubleRange(min = 0, max = 1) double chance) {
        Duration whole = wait(failures, BROKEN, 1);

        assertThat(wait(failures, BROKEN, chance)).isBetween(whole.dividedBy(2), whole);
        assertThat(whole).isLessThanOrEqualTo(PATIENCE.most());
    }

    @Test
    void theProviderMayAskForMore() {
        Failure limited = new Failure.RateLimited("status 429", Duration.ofMinutes(5));

        assertThat(wait(0, limited, 0)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void anAnswerOpensTheGateUnlessItAsksForAPause() {
        Gate gate = new Gate(7, NOW.plusSeconds(60));

        assertThat(gate.answered(NOW, Duration.ZERO)).isEqualTo(Gate.OPEN);
        assertThat(gate.answered(NOW, Duration.ofSeconds(9)).isOpen(NOW.plusSeconds(8)))
                .isFalse();
        assertThat(gate.answered(NOW, Duration.ofSeconds(9)).isOpen(NOW.plusSeconds(9)))
                .isTrue();
    }
}
