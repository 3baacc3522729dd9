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
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Shows the desk under Alertmanager's metric names. */
public final class DeskMeter {

    private static final int HASH_DIGITS = 12;

    private final RoutingInForce routing;
    private final Tally tally;
    private final Once<Counts> counts;

    /** Numbers and no alerts, which may be many. */
    private record Counts(long active, long suppressed, int groups, Map<SilenceState, Long> silences) {

        static Counts of(Board board) {
            long suppressed =
                    board.alerts().stream().filter(Board.Shown::isSuppressed).count();
            Map<SilenceState, Long> silences = new EnumMap<>(SilenceState.class);
            for (SilenceState state : SilenceState.values()) {
                silences.put(state, board.silenceCount(state));
            }
            return new Counts(board.alerts().size() - suppressed, suppressed, board.groupCount(), silences);
        }
    }

    public DeskMeter(RoutingInForce routing, DeskView view, Tally tally, InstantSource clock) {
        this.routing = routing;
        this.tally = tally;
        this.counts = new Once<>(() -> Counts.of(Board.at(clock.instant(), routing.get(), view)), clock);
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
            Gauge.builder(
                            "alertmanager_silences",
                            () -> asked(counted -> counted.silences().getOrDefault(state, 0L)))
                    .tag("state", state.word())
                    .register(meters);
        }
        // There before anybody posts, as with Alertmanager.
        CountedOutbox.begin(meters);
        bindSuppressedTo(meters);
        gauge(meters, "active", Counts::active);
        gauge(meters, "suppressed", Counts::suppressed);
        Gauge.builder("alertmanager_dispatcher_aggregation_groups", () -> asked(Counts::groups))
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

    private void bindSuppressedTo(MeterRegistry meters) {
        for (Kind kind : Kind.values()) {
            FunctionCounter.builder("alertmanager_notifications_suppressed_total", tally, counts -> counts.of(kind))
                    .tag("reason", kind.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    private void gauge(MeterRegistry meters, String state, ToDoubleFunction<Counts> value) {
        Gauge.builder("alertmanager_alerts", () -> asked(value))
                .tag("state", state)
                .register(meters);
    }

    /** Of the file's SHA-256 as many bits as a number of a metric holds. */
    private double configHash() {
        String version = routing.get().version();
        return Long.parseLong(version.substring(0, Math.min(HASH_DIGITS, version.length())), 16);
    }

    /** Not a number while the alerts are being restored. */
    private double asked(ToDoubleFunction<Counts> value) {
        try {
            return value.applyAsDouble(counts.get());
        } catch (DeskView.Unavailable e) {
            return Double.NaN;
        }
    }
}
