package io.gpuledger.alert.vigil;

import io.gpuledger.alert.flow.DeskView;
import io.gpuledger.alert.group.Held;
import io.gpuledger.alert.journal.History;
import io.gpuledger.alert.routing.InvalidRouting;
import io.gpuledger.alert.routing.RoutingInForce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is looked at every few seconds while the service lives: the routing file, and who cannot be reached. */
public final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Vigil vigil;
    private final RoutingInForce routing;
    private final DeskView view;
    private final History history;
    private final Consumer<String> refused;
    private String told = "";

    /** @param refused hears of a routing file that cannot be used, once */
    public Rounds(Vigil vigil, RoutingInForce routing, DeskView view, History history, Consumer<String> refused) {
        this.refused = refused;
        this.vigil = vigil;
        this.routing = routing;
        this.view = view;
        this.history = history;
    }

    /** Until its thread is interrupted. */
    public void goOn() throws InterruptedException {
        while (true) {
            watch();
            Thread.sleep(EVERY);
            followRouting();
        }
    }

    private void watch() {
        if (history.isCaughtUp()) {
            try {
                Instant now = Instant.now();
                vigil.look(vigil.wantsAlerts(now) ? held() : Optional.empty(), now);
            } catch (RuntimeException e) {
                // These rounds must not end: nobody else follows the routing file.
                LOG.warn("who fails cannot be told: {}", e.getClass().getSimpleName());
            }
        }
    }

    private Optional<List<Held>> held() {
        try {
            return Optional.of(view.alerts());
        } catch (DeskView.Unavailable e) {
            return Optional.empty();
        }
    }

    /** A routing file that was changed is taken into force, a bad one is named once. */
    private void followRouting() {
        try {
            if (routing.reloadIfChanged(Instant.now())) {
                LOG.info("the routing file has changed and is in force");
                warnOfLonelyReceivers();
            }
            told = "";
        } catch (InvalidRouting e) {
            String problem = String.valueOf(e.getMessage());
            if (!problem.equals(told)) {
                LOG.error("the routing file cannot be used, the one before stays in force: {}", problem);
                refused.accept(problem);
            }
            told = problem;
        }
    }

    public void warnOfLonelyReceivers() {
        Set<String> alone = OwnRoutes.alone(routing.get());
        if (!alone.isEmpty()) {
            LOG.warn(
                    "nobody else is told where one of these receivers fails: {}; route alertname=\"receiver-failing\","
                            + " or set GPU_LEDGER_ALERT_FALLBACK_RECEIVER",
                    alone);
        }
    }
}
