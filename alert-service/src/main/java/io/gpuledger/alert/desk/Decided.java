package io.gpuledger.alert.desk;

import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Withheld;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a tick, or of something that was told.
 *
 * @param said what is told
 * @param withheld which alerts are kept quiet now that were not, or by something else, or no more
 * @param acks which acknowledgements hold from now on, or no more
 * @param audit who changed what
 */
public record Decided(List<Notification> said, List<Withheld> withheld, List<Ack> acks, List<AuditEntry> audit) {

    static Decided nothing() {
        return new Decided(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
