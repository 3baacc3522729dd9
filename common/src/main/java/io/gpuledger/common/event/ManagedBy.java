package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a resource of the configuration is changed. */
public enum ManagedBy {
    /** The ledger's own configuration file: the file is changed, and the ledger started again. */
    @JsonProperty("file")
    FILE("file"),
    /** What is shipped and in force until somebody says otherwise. */
    @JsonProperty("shipped")
    SHIPPED("shipped"),
    @JsonProperty("rest")
    REST("rest");

    private final String word;

    ManagedBy(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
