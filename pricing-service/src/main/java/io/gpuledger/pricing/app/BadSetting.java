package io.gpuledger.pricing.app;

/** A setting the service cannot start with; the message is one line that names it. */
final class BadSetting extends Exception {
    BadSetting(String message) {
        super(message);
    }
}
