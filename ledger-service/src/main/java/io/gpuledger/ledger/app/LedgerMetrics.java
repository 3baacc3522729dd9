package io.gpuledger.ledger.app;

import io.gpuledger.ledger.gather.GatheredBooks;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;

/** How far the ledger has come, for whoever watches it from outside; the lag is the difference to the clock there. */
@ApplicationScoped
class LedgerMetrics {

    static final String LEDGER_TIME = "gpu.ledger.time.timestamp.seconds";

    void register(@Observes StartupEvent event, MeterRegistry metrics, GatheredBooks books) {
        metrics.gauge(LEDGER_TIME, books, LedgerMetrics::ledgerTime);
    }

    private static double ledgerTime(GatheredBooks books) {
        try {
            Instant time = books.ledgerTime();
            return time == null ? Double.NaN : time.toEpochMilli() / 1000.0;
        } catch (BooksOnHand.NotReady e) {
            return Double.NaN;
        }
    }
}
