package io.gpuledger.alert.routing;

import io.gpuledger.alert.desk.Plan;
import io.gpuledger.alert.notify.Receiver;
import io.gpuledger.alert.sink.SinkSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A routing file that was understood.
 *
 * @param sinks by {@link #sinkKey}
 * @param shown its text without secrets
 */
public record RoutingFile(Plan plan, Map<String, SinkSettings> sinks, String shown) {

    public static String sinkKey(String receiver, String kind, int index) {
        return receiver + "\u0000" + kind + "\u0000" + index;
    }

    public RoutingFile withQuietEnds() {
        return new RoutingFile(plan.withQuietEnds(), sinks, shown);
    }

    /** The same routes, and nobody at their ends. */
    RoutingFile withoutSinks() {
        Map<String, Receiver> deaf = new TreeMap<>();
        plan.receivers().keySet().forEach(name -> deaf.put(name, new Receiver(name, List.of())));
        Plan quiet = new Plan(
                        plan.version() + "/nobody",
                        plan.root(),
                        deaf,
                        plan.inhibitRules(),
                        plan.calendar(),
                        plan.resolveTimeout())
                .escalating(plan.escalations());
        return new RoutingFile(quiet, Map.of(), shown);
    }
}
