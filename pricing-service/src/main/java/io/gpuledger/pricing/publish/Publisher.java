package io.gpuledger.pricing.publish;

import java.util.List;

/** Where records go. */
public interface Publisher {

    /** How many partitions {@code pods.v1} has. */
    int podPartitions() throws NotPublished;

    /** Returns when every record is acknowledged; throws when one is not, though others may be. */
    void publish(List<OutgoingRecord> records) throws NotPublished;

    /** Keeps what could not be used, with its reason. */
    void bury(DeadLetter letter) throws NotPublished;

    /** Kafka did not acknowledge in time. */
    final class NotPublished extends Exception {
        public NotPublished(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
