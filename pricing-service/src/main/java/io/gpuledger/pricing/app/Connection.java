package io.gpuledger.pricing.app;

import io.gpuledger.pricing.publish.KafkaPublisher;
import io.gpuledger.pricing.publish.Publisher.NotPublished;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Whether Kafka can be reached and has the topics; looked after all the time. */
@Singleton
public class Connection {

    private static final Logger LOG = Logger.getLogger(Connection.class);
    private static final Duration CHECKED_EVERY = Duration.ofSeconds(5);
    private static final Duration RETRIED_EVERY = Duration.ofMillis(200);

    private final KafkaPublisher kafka;
    private volatile boolean ready;

    public Connection(KafkaPublisher kafka) {
        this.kafka = kafka;
    }

    boolean isReady() {
        return ready;
    }

    /** Returns when Kafka is there. */
    void await() throws InterruptedException {
        while (!check()) {
            Thread.sleep(RETRIED_EVERY);
        }
    }

    /** Looks again and again until it is interrupted. */
    void lookAfter() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                await();
                Thread.sleep(CHECKED_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean check() {
        try {
            kafka.checkTopics();
            if (!ready) {
                LOG.info("Kafka is there and has the topics");
            }
            ready = true;
        } catch (NotPublished e) {
            if (ready) {
                LOG.warnf("Kafka is away: %s", e.getMessage());
            }
            ready = false;
        }
        return ready;
    }
}
