package io.gpuledger.alert.desk;

import io.gpuledger.alert.mute.Inhibitor;
import io.gpuledger.alert.mute.Silencer;
import io.gpuledger.alert.route.Hours;
import io.gpuledger.common.event.Alert;
import java.time.Instant;
import java.util.List;

/** Everything that can keep an alert quiet, asked at once. */
final class Quiet {

    private final Plan plan;
    private final Inhibitor inhibitor;
    private final Silencer silencer = new Silencer();

    Quiet(Plan plan) {
        this.plan = plan;
        this.inhibitor = new Inhibitor(plan.inhibitRules());
    }

    Inhibitor inhibitor() {
        return inhibitor;
    }

    Silencer silencer() {
        return silencer;
    }

    boolean isMuted(Hours hours, Instant at) {
        return !plan.calendar().quieting(hours.mute(), hours.active(), at).isEmpty();
    }

    boolean keeps(Alert alert, Instant at) {
        return !inhibitor.inhibitorsOf(alert, at).isEmpty()
                || !silencer.silencesOf(alert.labels(), at).isEmpty();
    }

    /** The alerts of a look that are kept quiet; all of them where the route is muted. */
    List<Alert> of(List<Alert> alerts, Hours hours, Instant at) {
        return isMuted(hours, at)
                ? alerts
                : alerts.stream().filter(alert -> keeps(alert, at)).toList();
    }
}
