package io.gpuledger.pricing.ingest;

import io.gpuledger.pricing.publish.OutgoingRecord;

/** What becomes of an event somebody told. */
public sealed interface Told {

    /** The id its teller gave it; empty where it gave none. */
    String id();

    /** It is published. */
    record Accepted(String id, OutgoingRecord record) implements Told {}

    /** @param reason field and rule */
    record Refused(String id, String reason) implements Told {}
}
