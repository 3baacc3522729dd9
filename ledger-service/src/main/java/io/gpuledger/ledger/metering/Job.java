package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.ledger.timeline.Step;
import java.util.List;

/** A job's record that is true now, the steps posted for it, and the version of the rater that made them. */
public record Job(JobRecorded record, List<Step> posted, String ratedBy) {}
