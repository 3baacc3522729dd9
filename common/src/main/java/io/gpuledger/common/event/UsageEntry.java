package io.gpuledger.common.event;

/**
 * What travels on {@code usage.v1}: what a cell used in an hour, how busy it was, what a bill came to, how a job
 * stands, or that all usage up to an instant has been told.
 */
public sealed interface UsageEntry extends Event permits HourUsage, HourLooks, HoursClosed, Reconciled, JobTold {}
