package io.gpuledger.ledger.app;

import io.gpuledger.access.tls.TlsSettings;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.ledger.api.internal.AskResource;
import io.gpuledger.ledger.gather.Changelogs;
import io.gpuledger.ledger.gather.GatheredBooks;
import io.gpuledger.ledger.gather.PeerAnswers;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.store.StoredBooks;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts together what makes one answer of several instances. */
@ApplicationScoped
class GatherWiring {

    private final String bootstrapServers;
    private final String application;

    GatherWiring(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.kafka-streams.application-id") String application) {
        this.bootstrapServers = bootstrapServers;
        this.application = application;
    }

    @Produces
    @Singleton
    Changelogs changelogs(KafkaStreams streams, LedgerConfig config) {
        return new Changelogs(
                streams, bootstrapServers, application, config.gather().answerWithin());
    }

    @Produces
    @Singleton
    StoredBooks here(KafkaStreams streams, Changelogs changelogs) {
        return new StoredBooks(streams, changelogs);
    }

    @Produces
    @Singleton
    GatheredBooks books(KafkaStreams streams, StoredBooks here, LedgerConfig config, TlsSettings tls, Gaps gaps) {
        HostInfo self = HostInfo.buildFromEndpoint(config.advertised());
        return new GatheredBooks(
                streams, here, new GatheredBooks.Setting(self, config.manners(tls), new Partitions()::count), gap -> {
                    if (Arc.container().requestContext().isActive()) {
                        gaps.note(gap);
                    }
                });
    }

    @Produces
    @Singleton
    PeerAnswers answers(StoredBooks here) {
        return new PeerAnswers(here);
    }

    @Produces
    @Singleton
    AskResource.Admitted admitted(LedgerConfig config) {
        return config.peers();
    }

    void end(@Observes @Priority(2) ShutdownEvent event, GatheredBooks books, Changelogs changelogs) {
        books.close();
        changelogs.close();
    }

    /** How many partitions the books have: asked once, because it never changes. */
    private final class Partitions {

        private volatile int count;

        int count() {
            if (count == 0) {
                try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
                    count = admin.describeTopics(List.of(Topics.POSTINGS)).allTopicNames().get().values().stream()
                            .mapToInt(topic -> topic.partitions().size())
                            .sum();
                } catch (ExecutionException e) {
                    throw new BooksOnHand.NotReady("Kafka does not say how many partitions there are", e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new BooksOnHand.NotReady("interrupted", e);
                }
            }
            return count;
        }
    }
}
