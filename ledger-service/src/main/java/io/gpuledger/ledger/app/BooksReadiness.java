package io.gpuledger.ledger.app;

import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.store.StoredBooks;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is what can answer: the streams run, and all of the books are here. */
@Readiness
@ApplicationScoped
class BooksReadiness implements HealthCheck {

    private static final String NAME = "books";

    private final StoredBooks books;

    BooksReadiness(KafkaStreams streams) {
        this.books = new StoredBooks(streams);
    }

    @Override
    public HealthCheckResponse call() {
        try {
            String time = String.valueOf(books.ledgerTime());
            return HealthCheckResponse.named(NAME)
                    .up()
                    .withData("ledgerTime", time)
                    .build();
        } catch (BooksOnHand.NotReady e) {
            String reason = String.valueOf(e.getMessage());
            return HealthCheckResponse.named(NAME)
                    .down()
                    .withData("reason", reason)
                    .build();
        }
    }
}
