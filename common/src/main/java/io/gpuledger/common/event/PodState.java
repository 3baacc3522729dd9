package io.gpuledger.common.event;

/** What of a pod is charged: compute and storage, storage alone, nothing. */
public enum PodState {
    RUNNING,
    STOPPED,
    GONE
}
