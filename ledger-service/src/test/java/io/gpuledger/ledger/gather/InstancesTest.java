package io.gpuledger.ledger.gather;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.ledger.query.ask.BooksOnHand.NotReady;
import io.gpuledger.ledger.topology.Ledgers;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstancesTest {

    private static final HostInfo SELF = new HostInfo("127.0.0.1", 1);

    private static Properties settings(Path folder) {
        Properties settings = new Properties();
        settings.put("application.id", "instances-test");
        settings.put("bootstrap.servers", "127.0.0.1:1");
        settings.put("state.dir", folder.toString());
        return settings;
    }

    @Test
    void whereTheLedgerHasNotBegunNobodyKnowsWhoHasTheBooks(@TempDir Path folder) {
        try (KafkaStreams streams = new KafkaStreams(Ledgers.topology(LedgerFile.EMPTY), settings(folder))) {
            Instances instances = new Instances(streams, SELF);

            assertThatThrownBy(() -> instances.sources(4))
                    .isInstanceOf(NotReady.class)
                    .hasMessageContaining("created");
        }
    }

    @Test
    void whereTheLedgerHasEndedNobodyKnowsEither(@TempDir Path folder) {
        KafkaStreams streams = new KafkaStreams(Ledgers.topology(LedgerFile.EMPTY), settings(folder));
        streams.close();

        assertThatThrownBy(() -> new Instances(streams, SELF).sources(4)).isInstanceOf(NotReady.class);
    }
}
