package io.gpuledger.ledger.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.Rule;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.gather.GatheredBooks;
import io.gpuledger.ledger.query.Costs;
import io.gpuledger.ledger.query.Questions;
import io.gpuledger.ledger.query.measures.MeasureQuestions;
import io.gpuledger.ledger.rating.Owners;
import io.gpuledger.ledger.rating.Rater;
import io.gpuledger.ledger.store.usage.StoredEvidence;
import io.gpuledger.ledger.topology.LedgerTopology;
import io.gpuledger.ledger.topology.judging.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** Puts the parts together from the settings and the configuration file. */
@ApplicationScoped
class Wiring {

    @Produces
    @Singleton
    LedgerFile file(LedgerConfig config) throws ConfigFile.Refused {
        return config.config().isPresent() ? ConfigFile.read(config.config().get()) : LedgerFile.EMPTY;
    }

    @Produces
    @Singleton
    Budgets budgets(LedgerFile file) {
        return new Budgets(file.budgets(), file.plans());
    }

    /** Singleton, not application-scoped: Kafka Streams must get the topology itself, not a proxy of it. */
    @Produces
    @Singleton
    Topology topology(LedgerConfig config, LedgerFile file, Budgets budgets) throws ConfigFile.Refused {
        List<Rule> rules = file.rules() == null ? shippedRules() : file.rules();
        Rater rater = new Rater(new Owners(file.owners()), file.assumedPrices(), file.metering());
        return new LedgerTopology(
                        rater,
                        Rulebook.of(rules, budgets, file.assumedPrices()),
                        file.overheads(),
                        config.stores() == LedgerConfig.Stores.ROCKSDB)
                .build();
    }

    @Produces
    @Singleton
    Questions questions(GatheredBooks books, Budgets budgets) {
        return new Questions(books, budgets);
    }

    @Produces
    @Singleton
    MeasureQuestions measures(GatheredBooks books, KafkaStreams streams, Budgets budgets) {
        return new MeasureQuestions(books, new StoredEvidence(streams), budgets::planned);
    }

    @Produces
    @Singleton
    Costs costs(GatheredBooks books) {
        return new Costs(books);
    }

    static List<Rule> shippedRules() throws ConfigFile.Refused {
        try (InputStream in = Wiring.class.getResourceAsStream("/shipped-rules.yaml")) {
            String yaml =
                    new String(Objects.requireNonNull(in, "shipped-rules.yaml").readAllBytes(), UTF_8);
            List<Rule> rules = ConfigFile.parse("shipped-rules.yaml", yaml).rules();
            return Objects.requireNonNull(rules, "shipped-rules.yaml has no rules");
        } catch (IOException e) {
            throw new IllegalStateException("shipped-rules.yaml cannot be read", e);
        }
    }
}
