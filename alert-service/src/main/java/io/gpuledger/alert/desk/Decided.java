package io.gpuledger.alert.desk;

import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Withheld;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a tick.
 *
 * @param said what is told
 * @param withheld which alerts are kept quiet now that were not, or by something else, or no more
 */
public record Decided(List<Notification> said, List<Withheld> withheld) {

    static Decided nothing() {
        return new Decided(new ArrayList<>(), new ArrayList<>());
    }
}
