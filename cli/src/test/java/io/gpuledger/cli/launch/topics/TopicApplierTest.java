package io.gpuledger.cli.launch.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.topic.TopicSettings;
import io.gpuledger.testing.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicApplierTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, String> SETTINGS = Map.of("min.insync.replicas", "2", "retention.ms", "1000000");

    @AfterEach
    void clean() {
        TestBroker.delete(Set.of("one", "two"));
    }

    @Test
    void createsWhatIsMissingAndNothingTwice() throws TopicApplier.Unreachable {
        List<TopicSettings> wanted =
                List.of(new TopicSettings("one", "a", 3, SETTINGS), new TopicSettings("two", "b", 1, SETTINGS));

        assertThat(apply(wanted, (short) 1)).isEqualTo(new TopicReport(List.of("one", "two"), 0, List.of()));
        assertThat(apply(wanted, TopicApplier.CLUSTER_DEFAULT)).isEqualTo(new TopicReport(List.of(), 2, List.of()));
    }

    @Test
    void tellsWhatDiffersAndChangesNothing() throws TopicApplier.Unreachable {
        apply(List.of(new TopicSettings("one", "a", 3, SETTINGS)), TopicApplier.CLUSTER_DEFAULT);
        List<TopicSettings> others = List.of(new TopicSettings("one", "a", 4, Map.of("retention.ms", "5")));

        List<String> differences = List.of("one has 3 partitions, not 4", "one has retention.ms=1000000, not 5");
        assertThat(apply(others, TopicApplier.CLUSTER_DEFAULT).differences()).isEqualTo(differences);
        assertThat(apply(others, TopicApplier.CLUSTER_DEFAULT).differences()).isEqualTo(differences);
    }

    @Test
    void saysInOneLineThatMoreCopiesAreAskedForThanThereAreBrokers() {
        assertThatThrownBy(() -> apply(List.of(new TopicSettings("one", "a", 1, SETTINGS)), (short) 3))
                .isInstanceOf(TopicApplier.Unreachable.class)
                .hasMessageStartingWith("Kafka refused: ")
                .hasMessageContaining("replication factor")
                .satisfies(problem -> assertThat(problem.getMessage()).hasLineCount(1));
    }

    @Test
    void saysThatNobodyAnswers() {
        assertThatThrownBy(() -> {
                    try (TopicApplier applier = TopicApplier.on("127.0.0.1:1", Duration.ofSeconds(1))) {
                        applier.apply(List.of(), TopicApplier.CLUSTER_DEFAULT);
                    }
                })
                .isInstanceOf(TopicApplier.Unreachable.class)
                .hasMessageStartingWith("Kafka ");
    }

    private static TopicReport apply(List<TopicSettings> wanted, short copies) throws TopicApplier.Unreachable {
        try (TopicApplier applier = TopicApplier.on(TestBroker.bootstrapServers(), PATIENCE)) {
            return applier.apply(wanted, copies);
        }
    }
}
