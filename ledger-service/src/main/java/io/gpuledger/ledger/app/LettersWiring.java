package io.gpuledger.ledger.app;

import io.gpuledger.ledger.letters.LetterReader;
import io.gpuledger.ledger.letters.LetterTally;
import io.gpuledger.ledger.letters.Replayer;
import io.gpuledger.ledger.letters.Replays;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts together what deals with dead letters, and lets their number be seen from outside. */
@ApplicationScoped
class LettersWiring {

    static final String LETTERS = "gpu.ledger.dead.letters";

    private final String bootstrapServers;

    LettersWiring(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    @Produces
    @Singleton
    Replays replays() {
        return new Replays(bootstrapServers);
    }

    @Produces
    @Singleton
    LetterReader reader(Replays replays) {
        return new LetterReader(bootstrapServers, replays);
    }

    @Produces
    @Singleton
    LetterTally tally() {
        return new LetterTally(bootstrapServers);
    }

    @Produces
    @Singleton
    Replayer replayer(
            LetterReader letters,
            Replays replays,
            Clock clock,
            @ConfigProperty(name = "quarkus.kafka-streams.application-id") String application) {
        return new Replayer(bootstrapServers, application + ".replays", letters, replays, clock);
    }

    void start(@Observes StartupEvent event, LetterTally tally, MeterRegistry metrics) {
        for (String topic : LetterTally.TOPICS) {
            Gauge.builder(LETTERS, tally, counted -> counted.of(topic))
                    .tag("topic", topic)
                    .description("Dead letters that are kept, by the topic they came on; the same at every instance")
                    .register(metrics);
        }
        tally.start();
    }

    void end(@Observes @Priority(2) ShutdownEvent event, LetterTally tally, LetterReader reader, Replays replays) {
        tally.close();
        reader.close();
        replays.close();
    }
}
