package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom a crossing goes to: somebody now, or the owner's queue. */
public enum Severity {
    @JsonProperty("page")
    PAGE,
    @JsonProperty("ticket")
    TICKET
}
