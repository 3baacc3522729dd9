package io.gpuledger.ledger.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.Rule;
import io.gpuledger.common.config.resource.Resource;
import io.gpuledger.common.config.resource.Settings;
import io.gpuledger.common.event.ConfigKind;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.gather.GatheredBooks;
import io.gpuledger.ledger.query.Costs;
import io.gpuledger.ledger.query.Questions;
import io.gpuledger.ledger.query.jobs.Jobs;
import io.gpuledger.ledger.query.measures.MeasureQuestions;
import io.gpuledger.ledger.query.reconciliation.Reconciliations;
import io.gpuledger.ledger.registry.Registry;
import io.gpuledger.ledger.store.usage.StoredEvidence;
import io.gpuledger.ledger.topology.LedgerTopology;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** Puts the parts together from the settings and the configuration file. */
@ApplicationScoped
public class Wiring {

    private static final Set<ConfigKind> PLANNING = Set.of(ConfigKind.BUDGET, ConfigKind.PLAN);

    @Produces
    @Singleton
    LedgerFile file(LedgerConfig config) throws ConfigFile.Refused {
        return config.config().isPresent() ? ConfigFile.read(config.config().get()) : LedgerFile.EMPTY;
    }

    @Produces
    @Singleton
    Supplier<Budgets> budgets(Registry registry) {
        return () -> {
            Settings settings = Settings.of(registry.sofar().stream()
                    .filter(kept -> PLANNING.contains(kept.kind()) && kept.value() != null)
                    .map(kept -> Resource.read(kept.kind(), kept.name(), kept.value()))
                    .toList());
            return new Budgets(settings.budgets(), settings.plans());
        };
    }

    /** Singleton, not application-scoped: Kafka Streams must get the topology itself, not a proxy of it. */
    @Produces
    @Singleton
    Topology topology(LedgerConfig config, LedgerFile file) throws ConfigFile.Refused {
        Settings settings = Settings.of(file, shippedRules());
        return new LedgerTopology(settings, config.stores() == LedgerConfig.Stores.ROCKSDB).build();
    }

    @Produces
    @Singleton
    Questions questions(GatheredBooks books, Supplier<Budgets> budgets) {
        return new Questions(books, budgets);
    }

    @Produces
    @Singleton
    MeasureQuestions measures(GatheredBooks books, KafkaStreams streams, Supplier<Budgets> budgets) {
        return new MeasureQuestions(
                books, new StoredEvidence(streams), (scope, at) -> budgets.get().planned(scope, at));
    }

    @Produces
    @Singleton
    Costs costs(GatheredBooks books) {
        return new Costs(books);
    }

    @Produces
    @Singleton
    Jobs jobs(GatheredBooks books) {
        return new Jobs(books);
    }

    @Produces
    @Singleton
    Reconciliations reconciliations(GatheredBooks books) {
        return new Reconciliations(books);
    }

    public static List<Rule> shippedRules() throws ConfigFile.Refused {
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
