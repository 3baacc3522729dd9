package io.gpuledger.pricing.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.pricing.provider.FetchOutcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuestionTest {

    @Test
    void whatAProviderSaysNeverEndsTheWatchingAndIsNotRepeated() {
        Question<String> question = new Question<>(
                at -> {
                    throw new IllegalArgumentException("invalid header value: a-secret");
                },
                new Gate.Patience(Duration.ofSeconds(5), Duration.ofSeconds(60)),
                () -> 0);

        FetchOutcome<String> outcome = question.ask(Instant.parse("2026-11-21T10:00:00Z"));

        assertThat(outcome).isInstanceOfSatisfying(FetchOutcome.Failed.class, failed -> {
            assertThat(failed.failure().reason()).isEqualTo("malformed");
            assertThat(failed.failure().detail())
                    .contains("IllegalArgumentException")
                    .doesNotContain("a-secret");
        });
    }
}
