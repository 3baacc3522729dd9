package io.gpuledger.pricing.enforce;

import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.config.WatchedAccount;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.action.ActionCommand;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.event.action.ActionOrder.Verb;
import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.common.event.action.ActionTold.Step;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.pricing.provider.Deed;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;
import io.gpuledger.pricing.provider.PodsSeen;
import io.gpuledger.pricing.provider.Provider;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the commands of one account: looks at its pods, leaves alone what is exempt, does it, and says what came of
 * it. Who calls it does so for one command at a time.
 */
public final class Enforcer {

    /** Who says it. */
    public static final String NAME = "pricing-service";

    private final WatchedAccount account;
    private final Owners owners;
    private final Provider provider;
    private final Reports reports;
    private final InstantSource clock;
    private final Patience patience;

    /** What it needs from outside. */
    public record Surroundings(Reports reports, InstantSource clock, Pause pause) {}

    public Enforcer(WatchedAccount account, Owners owners, Provider provider, Surroundings surroundings) {
        this.account = account;
        this.owners = owners;
        this.provider = provider;
        this.reports = surroundings.reports();
        this.clock = surroundings.clock();
        this.patience = new Patience(clock, surroundings.pause());
    }

    /** How it went with one pod, or with all. */
    private record Result(Step step, String detail) {}

    /** Returns when it is said what came of it; of one whose time is over nothing is said. */
    public void carryOut(ActionCommand command) throws InterruptedException {
        if (!clock.instant().isBefore(command.notAfter())) {
            return;
        }
        reports.tell(told(command, result(command)));
    }

    private Result result(ActionCommand command) throws InterruptedException {
        ActionOrder order = command.order();
        String target = order.target();
        if (!order.dryRun() && !isAllowed(order)) {
            return new Result(Step.NOT_ALLOWED, notAllowed(order));
        }
        return order.verb() == Verb.SCALE_ENDPOINT_TO_ZERO && target != null
                ? endpoint(command, target)
                : pods(command);
    }

    private boolean isAllowed(ActionOrder order) {
        return account.actions().contains(order.verb());
    }

    private String notAllowed(ActionOrder order) {
        return "accounts[].actions of " + account.ref() + " does not name "
                + order.verb().word();
    }

    private ActionTold told(ActionCommand command, Result result) {
        return ActionTold.of(command, clock.instant(), result.step(), NAME, result.detail());
    }

    private Result endpoint(ActionCommand command, String id) throws InterruptedException {
        String exempt = command.order().exempt().reason(id, null, Map.of());
        if (exempt != null) {
            return new Result(Step.EXEMPT, exempt);
        }
        return command.order().dryRun()
                ? new Result(Step.DRY_RUN, "would scale " + id + " to zero workers" + unlessAllowed(command.order()))
                : acted(command, id, "endpoint " + id);
    }

    private String unlessAllowed(ActionOrder order) {
        return isAllowed(order) ? "" : "; but " + notAllowed(order);
    }

    private Result pods(ActionCommand command) throws InterruptedException {
        FetchOutcome<PodsSeen> looked = patience.until(command.notAfter(), () -> provider.pods(clock.instant()));
        if (!(looked instanceof FetchOutcome.Fetched<PodsSeen> seen)) {
            return new Result(Step.FAILED, "the pods cannot be looked at: " + reason(looked.failure()));
        }
        String target = command.order().target();
        return target == null ? several(command, seen.value()) : one(command, seen.value(), target);
    }

    private Result one(ActionCommand command, PodsSeen seen, String id) throws InterruptedException {
        Optional<PodObserved> pod =
                seen.pods().stream().filter(any -> any.pod().equals(id)).findFirst();
        if (pod.isPresent()) {
            return touched(command, pod.get());
        }
        return seen.unreadable().isEmpty()
                ? new Result(command.order().dryRun() ? Step.DRY_RUN : Step.DONE, "there is no pod " + id + " any more")
                : new Result(Step.FAILED, "the pod is not among those that can be read");
    }

    private Result several(ActionCommand command, PodsSeen seen) throws InterruptedException {
        boolean byOwner = command.order().owner() != null;
        Optional<List<OwnerRule>> rules = byOwner ? owners.inForce() : Optional.of(List.of());
        if (rules.isEmpty()) {
            return new Result(Step.FAILED, "it cannot be told whose pods are whose: the owner rules cannot be read");
        }
        Tally tally = new Tally(command.order(), seen.unreadable().size());
        for (PodObserved pod : chosen(command.order(), seen.pods(), rules.get())) {
            boolean isExempt = exemption(command, pod) != null;
            if (!isExempt && tally.isFull()) {
                tally.leave();
            } else {
                Result result = touched(command, pod);
                tally.count(result.step());
                reports.tell(told(command, result).about(pod.pod()));
            }
        }
        return new Result(tally.step(), tally.sentence());
    }

    /** The dearest first; what stands still needs no stop. */
    private List<PodObserved> chosen(ActionOrder order, List<PodObserved> pods, List<OwnerRule> rules) {
        Instant now = clock.instant();
        return pods.stream()
                .filter(pod -> pod.state() != PodState.GONE)
                .filter(pod -> order.verb() == Verb.TERMINATE_POD || pod.state() == PodState.RUNNING)
                .filter(pod -> order.owner() == null || order.owner().equals(ownerOf(pod, rules, now)))
                .sorted(Comparator.comparing(Enforcer::price).reversed().thenComparing(PodObserved::pod))
                .toList();
    }

    private static HourlyRate price(PodObserved pod) {
        HourlyRate price = pod.price();
        return price == null ? HourlyRate.ZERO : price;
    }

    private static String ownerOf(PodObserved pod, List<OwnerRule> rules, Instant now) {
        return rules.stream()
                .filter(rule -> rule.from() == null || !now.isBefore(rule.from()))
                .filter(rule -> rule.until() == null || now.isBefore(rule.until()))
                .filter(rule -> rule.matches(pod.account(), pod.name(), pod.labels()))
                .map(OwnerRule::owner)
                .findFirst()
                .orElse("unattributed");
    }

    private static @Nullable String exemption(ActionCommand command, PodObserved pod) {
        return command.order().exempt().reason(pod.pod(), pod.name(), pod.labels());
    }

    private Result touched(ActionCommand command, PodObserved pod) throws InterruptedException {
        String exempt = exemption(command, pod);
        Verb verb = command.order().verb();
        if (exempt != null) {
            return new Result(Step.EXEMPT, exempt);
        }
        if (command.order().dryRun()) {
            return new Result(Step.DRY_RUN, would(command.order(), pod));
        }
        return verb == Verb.STOP_POD && pod.state() == PodState.STOPPED
                ? new Result(Step.DONE, pod.name() + " was stopped already")
                : acted(command, pod.pod(), pod.name());
    }

    private String would(ActionOrder order, PodObserved pod) {
        return order.verb() == Verb.STOP_POD && pod.state() == PodState.STOPPED
                ? pod.name() + " is stopped already"
                : "would " + order.verb().phrase() + " " + pod.name()
                        + (pod.price() == null ? "" : " (" + pod.price() + ")") + unlessAllowed(order);
    }

    private Result acted(ActionCommand command, String id, String name) throws InterruptedException {
        Verb verb = command.order().verb();
        FetchOutcome<Deed> outcome = patience.until(command.notAfter(), () -> provider.act(verb, id));
        if (outcome instanceof FetchOutcome.Fetched<Deed> done) {
            return new Result(
                    Step.DONE, verb.phrase() + " " + name + (done.value() == Deed.ALREADY ? ": was so already" : ""));
        }
        return new Result(Step.FAILED, reason(outcome.failure()));
    }

    private static String reason(@Nullable Failure failure) {
        return failure == null ? "" : failure.reason() + ": " + failure.detail();
    }
}
