package io.gpuledger.alert.desk;

import io.gpuledger.common.event.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A group's alerts as they are at a tick.
 *
 * @param quiet fingerprints of those that are kept quiet
 */
record Sight(Instant at, List<Alert> alerts, Set<String> quiet) {

    List<Alert> over() {
        return alerts.stream().filter(alert -> alert.isResolvedAt(at)).toList();
    }

    /** Kept quiet or not. */
    List<Alert> fire() {
        return alerts.stream().filter(alert -> !alert.isResolvedAt(at)).toList();
    }

    List<Alert> firing() {
        return alerts.stream()
                .filter(alert -> !alert.isResolvedAt(at) && !quiet.contains(alert.fingerprint()))
                .toList();
    }

    /** @param announced fingerprints whose end is told even while they are kept quiet */
    List<Alert> resolved(Set<String> announced) {
        return over().stream()
                .filter(alert -> !quiet.contains(alert.fingerprint()) || announced.contains(alert.fingerprint()))
                .toList();
    }
}
