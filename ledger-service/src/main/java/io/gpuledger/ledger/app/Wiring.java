package io.gpuledger.ledger.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.Rule;
import io.gpuledger.common.config.resource.Settings;
import io.gpuledger.ledger.api.console.ConsoleAddresses;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.gather.GatheredBooks;
import io.gpuledger.ledger.query.Costs;
import io.gpuledger.ledger.query.backtest.Backtests;
import io.gpuledger.ledger.query.budgets.BudgetQuestions;
import io.gpuledger.ledger.query.burn.Questions;
import io.gpuledger.ledger.query.jobs.Jobs;
import io.gpuledger.ledger.query.measures.MeasureQuestions;
import io.gpuledger.ledger.query.reconciliation.Reconciliations;
import io.gpuledger.ledger.query.rules.RuleQuestions;
import io.gpuledger.ledger.registry.InForce;
import io.gpuledger.ledger.registry.Registry;
import io.gpuledger.ledger.topology.LedgerTopology;
import io.gpuledger.ledger.topology.judging.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;

/** Puts the parts together from the settings and the configuration file. */
@ApplicationScoped
public class Wiring {

    @Produces
    @Singleton
    LedgerFile file(LedgerConfig config) throws ConfigFile.Refused {
        return config.config().isPresent() ? ConfigFile.read(config.config().get()) : LedgerFile.EMPTY;
    }

    @Produces
    @Singleton
    InForce<Rulebook> inForce(LedgerFile file, Registry registry) throws ConfigFile.Refused {
        return new InForce<>(registry, Settings.of(file, shippedRules()), Rulebook::of);
    }

    @Produces
    @Singleton
    Supplier<Budgets> budgets(InForce<Rulebook> inForce) {
        return () -> inForce.get().budgets();
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
    BudgetQuestions budgetQuestions(GatheredBooks books, Supplier<Budgets> budgets) {
        return new BudgetQuestions(books, budgets);
    }

    @Produces
    @Singleton
    RuleQuestions ruleQuestions(GatheredBooks books, InForce<Rulebook> inForce) {
        return new RuleQuestions(books, () -> {
            Rulebook rulebook = inForce.get();
            return new RuleQuestions.InForce(rulebook.watch(), rulebook.budgets());
        });
    }

    @Produces
    @Singleton
    Backtests backtests(GatheredBooks books, InForce<Rulebook> inForce) {
        return new Backtests(
                books, () -> inForce.get().budgets(), () -> inForce.get().prices());
    }

    @Produces
    @Singleton
    MeasureQuestions measures(GatheredBooks books, Supplier<Budgets> budgets) {
        return new MeasureQuestions(books, (scope, at) -> budgets.get().planned(scope, at));
    }

    @Produces
    @Singleton
    Costs costs(GatheredBooks books) {
        return new Costs(books);
    }

    @Produces
    @Singleton
    ConsoleAddresses consoleAddresses(LedgerConfig config) {
        return ConsoleAddresses.of(config.console().alertUrl());
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
