package io.gpuledger.alert.meter;

import io.gpuledger.alert.api.Board;
import io.gpuledger.alert.flow.DeskView;
import io.gpuledger.alert.flow.Tally;
import io.gpuledger.alert.mute.SilenceState;
import io.gpuledger.alert.routing.RoutingInForce;
import io.gpuledger.common.event.Withheld.Kind;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Shows the desk under Alertmanager's metric names. */
public final class DeskMeter {

    private static final int HASH_DIGITS = 12;

    private final RoutingInForce routing;
    private final Tally tally;
    private final Once<Board> board;

    public DeskMeter(RoutingInForce routing, DeskView view, Tally tally, InstantSource clock) {
        this.routing = routing;
        this.tally = tally;
        this.board = new Once<>(() -> Board.at(clock.instant(), routing.get(), view), clock);
    }

    public void bindTo(MeterRegistry meters) {
        Gauge.builder(
                        "alertmanager_config_last_reload_successful",
                        () -> routing.last().usable() ? 1 : 0)
                .register(meters);
        Gauge.builder(
                        "alertmanager_config_last_reload_success_timestamp_seconds",
                        () -> routing.last().loadedAt().getEpochSecond())
                .register(meters);
        Gauge.builder("alertmanager_build_info", () -> 1)
                .tags("version", Board.LIKE_VERSION, "branch", "gpu-ledger", "revision", "", "goversion", "")
                .register(meters);
        Gauge.builder("alertmanager_config_hash", this::configHash).register(meters);
        for (SilenceState state : SilenceState.values()) {
            Gauge.builder("alertmanager_silences", () -> asked(board -> board.silenceCount(state)))
                    .tag("state", state.word())
                    .register(meters);
        }
        // There before anybody posts, as with Alertmanager.
        CountedOutbox.begin(meters);
        for (Kind kind : Kind.values()) {
            FunctionCounter.builder("alertmanager_notifications_suppressed_total", tally, counts -> counts.of(kind))
                    .tag("reason", kind.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
        gauge(meters, "active", board -> count(board, false));
        gauge(meters, "suppressed", board -> count(board, true));
        Gauge.builder("alertmanager_dispatcher_aggregation_groups", () -> asked(Board::groupCount))
                .register(meters);
        Gauge.builder(
                        "alertmanager_inhibition_rules",
                        () -> routing.get().inhibitRules().size())
                .register(meters);
        Gauge.builder("alertmanager_receivers", () -> routing.get().receivers().size())
                .register(meters);
        Gauge.builder(
                        "alertmanager_integrations",
                        () -> routing.get().receivers().values().stream()
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

    /** Of the file's SHA-256 as many bits as a number of a metric holds. */
    private double configHash() {
        String version = routing.get().version();
        return Long.parseLong(version.substring(0, Math.min(HASH_DIGITS, version.length())), 16);
    }

    /** Not a number while the alerts are being restored. */
    private double asked(ToDoubleFunction<Board> value) {
        try {
            return value.applyAsDouble(board.get());
        } catch (DeskView.Unavailable e) {
            return Double.NaN;
        }
    }
}
