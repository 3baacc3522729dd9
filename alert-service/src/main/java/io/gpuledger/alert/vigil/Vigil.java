package io.gpuledger.alert.vigil;

import io.gpuledger.alert.alert.Beat;
import io.gpuledger.alert.delivery.Witness;
import io.gpuledger.alert.desk.Plan;
import io.gpuledger.alert.group.Held;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.heartbeat.HeartbeatSettings;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at each turn whether somebody cannot be reached or is reached again, and whether a heartbeat is due. Every instance
 * does, and all say the same of the same receiver.
 */
public final class Vigil implements Witness {

    private static final Duration OTHERS_LOOKED_FOR_EVERY = Duration.ofMinutes(1);

    private final VigilSettings settings;
    private final Supplier<Plan> plan;
    private final Voice voice;
    private final ReceiverWatch watch;
    private @Nullable Instant beatAt;
    private @Nullable Instant lookedAt;
    private boolean isToldOfSomebody;

    /** An integration, for people's questions. */
    record State(Watched who, Optional<Instant> deliveredAt, Optional<Instant> failingSince, boolean failing) {}

    public Vigil(VigilSettings settings, Supplier<Plan> plan, Voice voice) {
        this.settings = settings;
        this.plan = plan;
        this.voice = voice;
        this.watch = new ReceiverWatch(settings.failingAfter());
    }

    @Override
    public void attempted(Notification notification, Answer answer, Duration took) {
        watch.attempted(notification, answer);
    }

    /** Every outcome, whichever instance brought it about. */
    public void learn(Delivery outcome) {
        watch.learn(outcome);
    }

    /** Whether a look needs the alerts: while nobody fails here, what another instance told of is looked for now and then. */
    public synchronized boolean wantsAlerts(Instant now) {
        Instant last = lookedAt;
        return isToldOfSomebody
                || last == null
                || !now.isBefore(last.plus(OTHERS_LOOKED_FOR_EVERY))
                || watch.failing(now).stream().anyMatch(failing -> isThere(failing.who()));
    }

    /** @param held the alerts as the desk has them; absent where they cannot be asked for now */
    public synchronized void look(Optional<List<Held>> held, Instant now) {
        held.ifPresent(alerts -> lookAtReceivers(alerts, now));
        settings.heartbeat().ifPresent(beat -> beat(beat, now));
    }

    private void beat(HeartbeatSettings beat, Instant now) {
        Instant last = beatAt;
        if (last == null || !now.isBefore(last.plus(beat.every()))) {
            beatAt = now;
            voice.say(Beat.crossing(now));
        }
    }

    private void lookAtReceivers(List<Held> alerts, Instant now) {
        Map<Watched, Alert> told = new HashMap<>();
        alerts.stream()
                .map(Held::alert)
                .filter(alert -> !alert.isResolvedAt(now))
                .forEach(alert -> FailingAlert.whoseIs(alert).ifPresent(who -> told.put(who, alert)));
        lookedAt = now;
        isToldOfSomebody = !told.isEmpty();
        told.forEach((who, alert) ->
                endedAt(who, alert, now).ifPresent(at -> voice.say(FailingAlert.ended(alert, at, now))));
        watch.failing(now).stream()
                .filter(failing -> !told.containsKey(failing.who()) && isThere(failing.who()))
                .forEach(failing -> voice.say(FailingAlert.begun(failing, now)));
    }

    /** Its end must be seen: that it is not failing here may only mean that another instance delivers to it. */
    private Optional<Instant> endedAt(Watched who, Alert alert, Instant now) {
        return isThere(who) ? watch.deliveredAt(who).filter(at -> at.isAfter(alert.startsAt())) : Optional.of(now);
    }

    private boolean isThere(Watched who) {
        return all().contains(who);
    }

    private List<Watched> all() {
        return plan.get().receivers().values().stream()
                .flatMap(receiver -> receiver.integrations().stream()
                        .map(integration -> new Watched(receiver.name(), integration.kind())))
                .distinct()
                .toList();
    }

    List<State> states(Instant now) {
        List<Watched> failing =
                watch.failing(now).stream().map(ReceiverWatch.Failing::who).toList();
        return all().stream()
                .map(who -> new State(who, watch.deliveredAt(who), watch.failingSince(who), failing.contains(who)))
                .toList();
    }

    public long failing(Instant now) {
        return states(now).stream().filter(State::failing).count();
    }

    /** When a heartbeat was last taken at the other end; absent where none was. */
    public Optional<Instant> lastBeat() {
        return watch.deliveredAt(new Watched(Beat.NAME, Beat.INTEGRATION));
    }
}
