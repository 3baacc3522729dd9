package io.gpuledger.simulator.fleet;

/** What a pod is doing. */
public enum Phase {
    RUNNING,
    EXITED,
    TERMINATED
}
