package io.gpuledger.alert.desk;

import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Withheld;
import io.gpuledger.common.event.Withheld.Kind;
import io.gpuledger.common.event.Withheld.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a tick, or of something that was told.
 *
 * @param said what is told
 * @param withheld which alerts are kept quiet now that were not, or by something else, or no more
 * @param acks which acknowledgements hold from now on, or no more
 * @param audit who changed what
 * @param forgotten what nobody needs to know any more
 * @param suppressed how many alerts were kept quiet at these looks, each by the first that did
 */
public record Decided(
        List<Notification> said,
        List<Withheld> withheld,
        List<Ack> acks,
        List<AuditEntry> audit,
        List<Forgotten> forgotten,
        Map<Kind, Integer> suppressed) {

    static Decided nothing() {
        return new Decided(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new EnumMap<>(Kind.class));
    }

    void suppressed(Map<String, List<Reason>> reasons) {
        reasons.values().forEach(of -> suppressed.merge(of.getFirst().kind(), 1, Integer::sum));
    }
}
