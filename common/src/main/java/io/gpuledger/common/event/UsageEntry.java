package io.gpuledger.common.event;

/** What travels on {@code usage.v1}: what a cell used in an hour, or that all usage up to an instant has been told. */
public sealed interface UsageEntry extends Event permits HourUsage, HoursClosed {}
