package io.gpuledger.ledger.app;

import io.gpuledger.ledger.gather.GatheredBooks;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready is what can answer, of its own books or through other instances: at first all of them, and later, while an instance
 * is missing, what there is, because saying so is better than saying nothing.
 */
@Readiness
@ApplicationScoped
class BooksReadiness implements HealthCheck {

    private static final String NAME = "books";

    private final GatheredBooks books;
    private volatile boolean wasComplete;

    BooksReadiness(GatheredBooks books) {
        this.books = books;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            GatheredBooks.Progress progress = books.progress();
            wasComplete |= progress.complete();
            return HealthCheckResponse.named(NAME)
                    .status(wasComplete)
                    .withData("ledgerTime", String.valueOf(progress.ledgerTime()))
                    .withData("complete", progress.complete())
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
