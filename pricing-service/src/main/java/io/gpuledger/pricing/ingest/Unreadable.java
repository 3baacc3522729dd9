package io.gpuledger.pricing.ingest;

/** A request none of whose events can be taken. */
public sealed class Unreadable extends Exception {

    Unreadable(String message) {
        super(message);
    }

    /** It is not CloudEvents as JSON. */
    public static final class NotCloudEvents extends Unreadable {
        NotCloudEvents(String message) {
            super(message);
        }
    }

    /** It is larger than a request may be. */
    public static final class TooLarge extends Unreadable {
        TooLarge(String message) {
            super(message);
        }
    }
}
