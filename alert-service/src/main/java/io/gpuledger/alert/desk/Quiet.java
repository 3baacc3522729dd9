package io.gpuledger.alert.desk;

import io.gpuledger.alert.mute.Inhibitor;
import io.gpuledger.alert.mute.Silencer;
import io.gpuledger.alert.route.Hours;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Withheld.Kind;
import io.gpuledger.common.event.Withheld.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that can keep an alert quiet, asked at once. */
public final class Quiet {

    private final Plan plan;
    private final Inhibitor inhibitor;
    private final Silencer silencer = new Silencer();

    public Quiet(Plan plan) {
        this.plan = plan;
        this.inhibitor = new Inhibitor(plan.inhibitRules());
    }

    public Inhibitor inhibitor() {
        return inhibitor;
    }

    public Silencer silencer() {
        return silencer;
    }

    /** All that keeps an alert of a route quiet; in the order in which Alertmanager asks. */
    public List<Reason> reasons(Alert alert, Hours hours, Instant at) {
        return reasons(alert, intervals(hours, at), at);
    }

    private List<Reason> reasons(Alert alert, List<Reason> intervals, Instant at) {
        List<Reason> reasons = new ArrayList<>();
        inhibitor.inhibitorsOf(alert, at).forEach(source -> reasons.add(new Reason(Kind.INHIBITION, source)));
        reasons.addAll(intervals);
        silencer.silencesOf(alert.labels(), at).forEach(silence -> reasons.add(new Reason(Kind.SILENCE, silence)));
        return reasons;
    }

    private List<Reason> intervals(Hours hours, Instant at) {
        return plan.calendar().quieting(hours.mute(), hours.active(), at).stream()
                .map(name -> new Reason(
                        hours.mute().contains(name) ? Kind.MUTE_TIME_INTERVAL : Kind.ACTIVE_TIME_INTERVAL, name))
                .toList();
    }

    /** Of a look: the alerts that are kept quiet, by fingerprint, each with its reasons. */
    Map<String, List<Reason>> of(List<Alert> alerts, Hours hours, Instant at) {
        List<Reason> intervals = intervals(hours, at);
        Map<String, List<Reason>> quiet = new LinkedHashMap<>();
        for (Alert alert : alerts) {
            List<Reason> reasons = reasons(alert, intervals, at);
            if (!reasons.isEmpty()) {
                quiet.put(alert.fingerprint(), reasons);
            }
        }
        return quiet;
    }
}
