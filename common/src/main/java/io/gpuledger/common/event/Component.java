package io.gpuledger.common.event;

/** What a cost is for. */
public enum Component {
    COMPUTE,
    STORAGE,
    NETWORK,
    OVERHEAD,
    ADJUSTMENT
}
