package io.gpuledger.common.event;

/** On which terms a GPU is held. */
public enum Tier {
    ON_DEMAND,
    SPOT,
    RESERVED,
    ON_PREM
}
