package io.gpuledger.alert.api;

import java.util.SortedSet;

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

    Cluster cluster();

    /**
     * Who shares the work.
     *
     * @param self this instance, as {@code host:port}
     * @param isSettled whether it is settled who does what
     * @param instances all that are known, this one among them once it is known to the others
     */
    record Cluster(String self, boolean isSettled, SortedSet<String> instances) {}
}
