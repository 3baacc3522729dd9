package io.gpuledger.ledger.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.LedgerFile;
import java.io.IOException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.junit.jupiter.api.Test;

/** A ledger begins when every topic it reads or writes is there. */
class TopicsTest {

    @Test
    void everyTopicOfTheFlowIsWaitedFor() throws IOException {
        Properties shipped = new Properties();
        shipped.load(TopicsTest.class.getResourceAsStream("/application.properties"));
        Set<String> waitedFor =
                Set.of(shipped.getProperty("quarkus.kafka-streams.topics").split(",", -1));

        Set<String> ofTheFlow = new TreeSet<>();
        Ledgers.topology(LedgerFile.EMPTY).describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .flatMap(TopicsTest::topics)
                .forEach(ofTheFlow::add);

        assertThat(waitedFor).containsExactlyInAnyOrderElementsOf(ofTheFlow);
    }

    private static Stream<String> topics(Node node) {
        return switch (node) {
            case Source source -> source.topicSet().stream();
            case Sink sink -> Stream.of(sink.topic());
            default -> Stream.empty();
        };
    }
}
