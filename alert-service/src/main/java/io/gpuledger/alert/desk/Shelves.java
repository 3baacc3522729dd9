package io.gpuledger.alert.desk;

import io.gpuledger.alert.ack.Pursuit;
import io.gpuledger.alert.group.Group;
import io.gpuledger.alert.group.Held;
import io.gpuledger.alert.group.Shelf;
import io.gpuledger.alert.notify.Memory;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.Silence;
import io.gpuledger.common.event.Withheld;

/**
 * All that the desk remembers.
 *
 * @param alerts by fingerprint
 * @param groups by group id
 * @param memories by {@code Integration.memoryKey}
 * @param silences by id
 * @param withheld who is kept quiet in which group, by {@code Withholding.key}
 * @param acks the last of each group, by the group's short id
 * @param pursuits how far each group's escalation has gone, by the same
 * @param marks single facts by name
 */
public record Shelves(
        Shelf<Held> alerts,
        Shelf<Group> groups,
        Shelf<Memory> memories,
        Shelf<Silence> silences,
        Shelf<Withheld> withheld,
        Shelf<Ack> acks,
        Shelf<Pursuit> pursuits,
        Shelf<String> marks) {

    /** The mark that names the version of the plan the groups were made by. */
    public static final String PLAN = "plan";
}
