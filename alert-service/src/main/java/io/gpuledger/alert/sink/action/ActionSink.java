package io.gpuledger.alert.sink.action;

import io.gpuledger.alert.act.ActionDesk;
import io.gpuledger.alert.notify.Hashes;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.action.ActionSettings.Restraint;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Notification.Told;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.common.event.action.ActionTold.Step;
import io.gpuledger.common.event.action.ActionTold.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks for an action for each pod a notification is about. */
final class ActionSink implements Sink {

    private static final int ID_CHARS = 16;
    private static final int TARGETS_MAX = ActionOrder.PODS_MAX;

    private final ActionSettings settings;
    private final Outside outside;

    ActionSink(ActionSettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Answer send(Notification said) throws InterruptedException {
        if (said.status() == Status.RESOLVED) {
            return new Answer.Delivered("it is over: nothing is asked for");
        }
        List<Target> targets = Targets.of(said, settings);
        if (targets.isEmpty() && said.alerts().stream().allMatch(Targets::isOfActions)) {
            return new Answer.Delivered("alerts of actions are not answered by actions");
        }
        if (targets.isEmpty()) {
            // The receiver is well, and asking again would find no more: it stands in the history, with its reason.
            return new Answer.Delivered("nothing is asked for: the alerts name nothing to "
                    + settings.verb().phrase());
        }
        Instant now = outside.clock().instant();
        for (Target target : targets.subList(0, Math.min(targets.size(), TARGETS_MAX))) {
            outside.actions().write(request(said, target, now));
        }
        return new Answer.Delivered("asked for " + targets.size() + (targets.size() == 1 ? " action" : " actions"));
    }

    private ActionTold request(Notification said, Target target, Instant now) {
        Restraint restraint = settings.restraint();
        ActionOrder order = new ActionOrder(
                settings.verb(),
                target.account(),
                target.id(),
                target.owner(),
                restraint.dryRun(),
                restraint.exempt(),
                restraint.podsMax());
        List<String> alerts = target.alerts().stream()
                .map(Told::fingerprint)
                .distinct()
                .limit(ActionTold.ALERTS_MAX)
                .toList();
        Terms terms = new Terms(
                said.receiver(),
                said.index(),
                said.groupKey(),
                said.id(),
                alerts,
                severity(target),
                target.name(),
                now.plus(restraint.delay()),
                restraint.approval(),
                now.plus(restraint.approveWithin()),
                exempt(target));
        return new ActionTold(
                id(said, target), now, Step.REQUESTED, ActionDesk.NAME, said.reason(), null, order, terms);
    }

    private String id(Notification said, Target target) {
        return Hashes.sha256(said.id(), settings.verb().word(), target.key()).substring(0, ID_CHARS);
    }

    /** A page, where one of the alerts is. */
    private static @Nullable String severity(Target target) {
        List<String> all = target.alerts().stream()
                .map(told -> told.labels().get(Alert.SEVERITY))
                .filter(Objects::nonNull)
                .toList();
        return all.isEmpty() ? null : all.contains("page") ? "page" : all.getFirst();
    }

    private @Nullable String exempt(Target target) {
        return target.alerts().stream()
                .map(told -> settings.restraint().exempt().reason(target.id(), target.name(), told.labels()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
