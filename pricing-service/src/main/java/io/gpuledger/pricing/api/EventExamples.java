package io.gpuledger.pricing.api;

/** What the reference of the API shows. */
final class EventExamples {

    static final String BATCH = """
            [{"specversion": "1.0", "id": "job-17", "source": "/my-scheduler", "type": "io.gpuledger.job.recorded.v1",
              "data": {"account": {"provider": "slurm", "name": "cluster-a"}, "job": "17", "at": "2026-06-01T12:00:00Z",
                       "owner": "research", "from": "2026-06-01T09:00:00Z", "until": "2026-06-01T11:30:00Z",
                       "milliGpus": 4000, "sku": "NVIDIA L40S", "tier": "ON_PREM", "pricePerGpuHour": "0.86"}}]""";

    static final String ACCOUNTS = """
            [{"provider": "runpod", "name": "main", "pollIntervalSeconds": 60,
              "lastPoll": {"at": "2026-06-01T12:00:00Z", "outcome": "completed", "detail": "", "pods": 7,
                           "tookMillis": 412, "problems": []},
              "lastCompleted": "2026-06-01T12:00:00Z", "failedInARow": 0}]""";

    private EventExamples() {}
}
