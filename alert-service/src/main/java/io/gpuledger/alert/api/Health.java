package io.gpuledger.alert.api;

/** Whether the service does its work. */
public interface Health {

    /** It decides and delivers. */
    boolean isReady();

    /**
     * Returns when the routing of this version is what is decided by, or after a while.
     *
     * @return whether it is
     */
    boolean awaitRouting(String version);
}
