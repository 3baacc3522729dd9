package io.gpuledger.common.event;

/** What travels on {@code pods.v1}: what a source said of a pod, the marker that ends a poll, or what a job did. */
public sealed interface PodEvent extends Event
        permits PodObserved, PollCompleted, PollFailed, JobRecorded, JobStarted, JobStopped {

    AccountRef account();
}
