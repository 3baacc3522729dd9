package io.gpuledger.common.event;

/** What a share of a resource's GPUs was used for, where jobs are known of the resource. */
public enum Use {
    /** A job held the share. */
    JOB,
    /** No job held it. */
    IDLE
}
