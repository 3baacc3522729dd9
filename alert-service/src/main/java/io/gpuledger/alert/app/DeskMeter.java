package io.gpuledger.alert.app;

import io.gpuledger.alert.api.Board;
import io.gpuledger.alert.desk.Plan;
import io.gpuledger.alert.flow.DeskView;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;

/** Shows the desk under Alertmanager's metric names. */
final class DeskMeter {

    private final Plan plan;
    private final DeskView view;
    private final InstantSource clock;

    DeskMeter(Plan plan, DeskView view, InstantSource clock) {
        this.plan = plan;
        this.view = view;
        this.clock = clock;
    }

    void bindTo(MeterRegistry meters) {
        gauge(meters, "active", board -> count(board, false));
        gauge(meters, "suppressed", board -> count(board, true));
        Gauge.builder("alertmanager_dispatcher_aggregation_groups", () -> asked(Board::groupCount))
                .register(meters);
        Gauge.builder("alertmanager_inhibition_rules", plan.inhibitRules()::size)
                .register(meters);
        Gauge.builder("alertmanager_receivers", plan.receivers()::size).register(meters);
        Gauge.builder(
                        "alertmanager_integrations",
                        () -> plan.receivers().values().stream()
                                .mapToInt(receiver -> receiver.integrations().size())
                                .sum())
                .register(meters);
    }

    private void gauge(MeterRegistry meters, String state, ToDoubleFunction<Board> value) {
        Gauge.builder("alertmanager_alerts", () -> asked(value))
                .tag("state", state)
                .register(meters);
    }

    private static long count(Board board, boolean suppressed) {
        return board.alerts().stream()
                .filter(shown -> shown.isSuppressed() == suppressed)
                .count();
    }

    /** Not a number while the alerts are being restored. */
    private double asked(ToDoubleFunction<Board> value) {
        try {
            return value.applyAsDouble(Board.at(clock.instant(), plan, view));
        } catch (DeskView.Unavailable e) {
            return Double.NaN;
        }
    }
}
