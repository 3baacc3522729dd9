package io.gpuledger.ledger.app;

import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.store.StoredBooks;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.apache.kafka.streams.KafkaStreams;

/** How far the ledger has come, for whoever watches it from outside; the lag is the difference to the clock there. */
@ApplicationScoped
class LedgerMetrics {

    static final String LEDGER_TIME = "gpu.ledger.time.timestamp.seconds";

    void register(@Observes StartupEvent event, MeterRegistry metrics, KafkaStreams streams) {
        metrics.gauge(LEDGER_TIME, new StoredBooks(streams), LedgerMetrics::ledgerTime);
    }

    private static double ledgerTime(StoredBooks books) {
        try {
            Instant time = books.ledgerTime();
            return time == null ? Double.NaN : time.toEpochMilli() / 1000.0;
        } catch (BooksOnHand.NotReady e) {
            return Double.NaN;
        }
    }
}
