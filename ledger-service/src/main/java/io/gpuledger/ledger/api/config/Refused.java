package io.gpuledger.ledger.api.config;

import io.gpuledger.common.event.ConfigDecided;

/** The keeper refused a change. */
final class Refused extends RuntimeException {

    private final transient ConfigDecided decided;

    Refused(ConfigDecided decided) {
        super(decided.refusals().getFirst().detail());
        this.decided = decided;
    }

    ConfigDecided decided() {
        return decided;
    }
}
