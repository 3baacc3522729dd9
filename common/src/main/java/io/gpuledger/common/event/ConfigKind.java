package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of resources a configuration is made of; their words are the first part of a resource's key. */
public enum ConfigKind {
    /** The ordered list of owner rules: one resource, so that its order is changed as a whole. */
    @JsonProperty("owners")
    OWNERS("owners"),
    @JsonProperty("budget")
    BUDGET("budget"),
    @JsonProperty("rule")
    RULE("rule"),
    @JsonProperty("overhead")
    OVERHEAD("overhead"),
    @JsonProperty("plan")
    PLAN("plan"),
    @JsonProperty("assumed-price")
    ASSUMED_PRICE("assumed-price"),
    /** How the meter meets silence and absurd prices: one resource. */
    @JsonProperty("settings")
    SETTINGS("settings");

    private final String word;

    ConfigKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Of these there is one, whose name is its kind's word. */
    public boolean isSingle() {
        return this == OWNERS || this == SETTINGS;
    }

    public static Optional<ConfigKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
