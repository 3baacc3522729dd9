package io.gpuledger.pricing.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.config.WatchedAccount;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.action.ActionCommand;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.event.action.ActionOrder.Verb;
import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.common.event.action.ActionTold.Step;
import io.gpuledger.common.event.action.Exemption;
import io.gpuledger.pricing.provider.runpod.RunpodProvider;
import io.gpuledger.pricing.provider.runpod.http.RunpodHttp;
import io.gpuledger.simulator.Simulator;
import io.gpuledger.simulator.fleet.Phase;
import io.gpuledger.simulator.fleet.SimulatedPod;
import io.gpuledger.simulator.http.Fault;
import io.gpuledger.simulator.http.FaultOrder;
import io.gpuledger.simulator.scenario.ScenarioFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands carried out at the simulated provider, in virtual time. */
class EnforcerTest {

    private static final AccountRef MAIN = new AccountRef("runpod", "main");
    private static final Instant BEGIN = Instant.parse("2026-11-21T08:00:00Z");
    private static final String SCENARIO = """
            account: {key: simulated, balance: 100, spendLimit: 100, chargedEvery: 5m}
            storage: {runningPerGbMonth: 0.10, stoppedPerGbMonth: 0.20, hoursPerMonth: 720}
            gpus:
              - {id: NVIDIA GeForce RTX 4090, name: RTX 4090, memory: 24, secure: 0.69}
              - {id: NVIDIA L4, name: L4, memory: 24, secure: 0.43}
            pods:
              - {name: interns-sweep, gpu: NVIDIA GeForce RTX 4090, start: -1h, disk: 20, volume: 72, image: e/s:1, dataCenter: US-KS-2}
              - {name: interns-small, gpu: NVIDIA L4, start: -1h, disk: 20, image: e/s:1, dataCenter: US-KS-2}
              - {name: web-1, gpu: NVIDIA L4, start: -1h, disk: 20, image: e/w:1, dataCenter: US-KS-2}
            """;

    /** Time that passes where somebody waits. */
    private static final class MovedClock extends Clock {
        private Instant now = BEGIN;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final MovedClock clock = new MovedClock();
    private final List<ActionTold> told = new ArrayList<>();
    private final List<Duration> waited = new ArrayList<>();
    private Optional<List<OwnerRule>> owners = Optional.of(List.of(rule("interns", "interns-*")));
    private Simulator simulator;

    private static OwnerRule rule(String owner, String pods) {
        return new OwnerRule(owner, null, null, null, pods, Map.of(), null, null);
    }

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(0, ScenarioFile.parse("test", SCENARIO), clock);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Enforcer enforcer(Verb... allowed) {
        var limits = new RunpodHttp.Limits("test", Duration.ofSeconds(1), Duration.ofSeconds(2), 1_000_000);
        var http = new RunpodHttp(simulator.baseUrl(), () -> "simulated", limits, clock);
        return new Enforcer(
                new WatchedAccount("main", "runpod", "KEY", null, null, null, List.of(allowed)),
                () -> owners,
                new RunpodProvider(MAIN, http),
                new Enforcer.Surroundings(told::add, clock, time -> {
                    waited.add(time);
                    clock.now = clock.now.plus(time);
                }));
    }

    private SimulatedPod pod(String name) {
        return simulator.fleet().everyPod().stream()
                .filter(pod -> pod.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ActionOrder one(Verb verb, String name) {
        return new ActionOrder(verb, MAIN, pod(name).id(), null, false, Exemption.NONE, 5);
    }

    private static ActionOrder all(Verb verb, @Nullable String owner, boolean dryRun, Exemption exempt, int podsMax) {
        return new ActionOrder(verb, MAIN, null, owner, dryRun, exempt, podsMax);
    }

    private ActionCommand command(ActionOrder order) {
        return new ActionCommand("a1", clock.now, clock.now.plus(Duration.ofMinutes(10)), order);
    }

    private void fails(String fault, long times) {
        simulator
                .faults()
                .show(FaultOrder.always(Fault.named(fault).orElseThrow()).times(times));
    }

    private List<String> outcomes() {
        return told.stream()
                .map(step -> (step.pod() == null ? "" : step.pod() + " ") + step.step() + " " + step.detail())
                .toList();
    }

    @Test
    void goesByTheOwnersInForceWhenItIsCarriedOut() throws Exception {
        Enforcer enforcer = enforcer(Verb.STOP_POD);
        owners = Optional.of(List.of(rule("vision", "interns-small"), rule("interns", "interns-*")));

        enforcer.carryOut(command(all(Verb.STOP_POD, "vision", false, Exemption.NONE, 5)));

        assertThat(pod("interns-small").phase(clock.now)).isEqualTo(Phase.EXITED);
        assertThat(pod("interns-sweep").phase(clock.now)).isEqualTo(Phase.RUNNING);
    }

    @Test
    void touchesNothingWhereItCannotBeToldWhosePodsAreWhose() throws Exception {
        Enforcer enforcer = enforcer(Verb.STOP_POD);
        owners = Optional.empty();

        enforcer.carryOut(command(all(Verb.STOP_POD, "interns", false, Exemption.NONE, 5)));

        assertThat(outcomes())
                .containsExactly("FAILED it cannot be told whose pods are whose: the owner rules cannot be read");
        assertThat(pod("interns-sweep").phase(clock.now)).isEqualTo(Phase.RUNNING);

        enforcer.carryOut(command(all(Verb.STOP_POD, null, false, Exemption.NONE, 5)));
        assertThat(pod("interns-sweep").phase(clock.now)).isEqualTo(Phase.EXITED);
    }

    @Test
    void aStoppedPodCostsItsVolumeOnly() throws Exception {
        SimulatedPod sweep = pod("interns-sweep");

        enforcer(Verb.STOP_POD).carryOut(command(one(Verb.STOP_POD, "interns-sweep")));

        assertThat(outcomes()).containsExactly("DONE stop interns-sweep");
        assertThat(sweep.phase(clock.now)).isEqualTo(Phase.EXITED);
        assertThat(sweep.charge(clock.now, clock.now.plus(Duration.ofHours(1)))).satisfies(charge -> {
            assertThat(charge.gpuDollars()).isEqualByComparingTo("0");
            assertThat(charge.diskDollars()).isEqualByComparingTo("0.02");
        });
    }

    @Test
    void theSecondTimeItIsFoundDone() throws Exception {
        Enforcer enforcer = enforcer(Verb.STOP_POD, Verb.TERMINATE_POD);
        enforcer.carryOut(command(one(Verb.STOP_POD, "web-1")));
        enforcer.carryOut(command(one(Verb.STOP_POD, "web-1")));
        enforcer.carryOut(command(one(Verb.TERMINATE_POD, "web-1")));
        enforcer.carryOut(command(one(Verb.TERMINATE_POD, "web-1")));

        assertThat(told).extracting(ActionTold::step).containsOnly(Step.DONE);
        assertThat(outcomes())
                .containsExactly(
                        "DONE stop web-1",
                        "DONE web-1 was stopped already",
                        "DONE terminate web-1",
                        "DONE there is no pod " + pod("web-1").id() + " any more");
    }

    @Test
    void nothingIsDoneInAnAccountThatDoesNotAllowIt() throws Exception {
        enforcer(Verb.STOP_POD).carryOut(command(one(Verb.TERMINATE_POD, "web-1")));

        assertThat(outcomes())
                .containsExactly("NOT_ALLOWED accounts[].actions of runpod/main does not name terminate_pod");
        assertThat(pod("web-1").phase(clock.now)).isEqualTo(Phase.RUNNING);
    }

    @Test
    void aDryRunSaysWhatWouldBeDoneAndWhetherItMay() throws Exception {
        enforcer().carryOut(command(all(Verb.STOP_POD, "interns", true, Exemption.NONE, 1)));

        assertThat(outcomes())
                .containsExactly(
                        pod("interns-sweep").id() + " DRY_RUN would stop interns-sweep ($0.69/h); but"
                                + " accounts[].actions of runpod/main does not name stop_pod",
                        "DRY_RUN would stop: 1 pods, 1 left alone, beyond pods_max 1");
        assertThat(pod("interns-sweep").phase(clock.now)).isEqualTo(Phase.RUNNING);
    }

    @Test
    void whatIsExemptIsLeftAlone() throws Exception {
        Exemption exempt = new Exemption(List.of(), List.of("web-*"), Map.of());

        enforcer(Verb.STOP_POD).carryOut(command(all(Verb.STOP_POD, null, false, exempt, 5)));

        assertThat(told.getLast().step()).isEqualTo(Step.DONE);
        assertThat(told.getLast().detail()).isEqualTo("stop: 2 pods, 1 exempt");
        assertThat(pod("web-1").phase(clock.now)).isEqualTo(Phase.RUNNING);
        assertThat(pod("interns-small").phase(clock.now)).isEqualTo(Phase.EXITED);
    }

    @Test
    void exemptsThePodOfACommandByTheNameTheProviderKnows() throws Exception {
        Exemption exempt = new Exemption(List.of(), List.of("web-*"), Map.of());
        ActionOrder order = new ActionOrder(Verb.STOP_POD, MAIN, pod("web-1").id(), null, false, exempt, 5);

        enforcer(Verb.STOP_POD).carryOut(command(order));

        assertThat(outcomes()).containsExactly("EXEMPT names like web-* are exempt");
    }

    @Test
    void triesAgainNotBeforeItIsWanted() throws Exception {
        simulator
                .faults()
                .show(FaultOrder.always(Fault.RATE_LIMITED).retryAfter(12).times(1));

        enforcer(Verb.STOP_POD).carryOut(command(one(Verb.STOP_POD, "web-1")));

        assertThat(waited).containsExactly(Duration.ofSeconds(12));
        assertThat(outcomes()).containsExactly("DONE stop web-1");
    }

    @Test
    void givesUpInTimeAndSaysWhy() throws Exception {
        fails("500", Long.MAX_VALUE);

        enforcer(Verb.STOP_POD).carryOut(command(one(Verb.STOP_POD, "web-1")));

        assertThat(told)
                .singleElement()
                .satisfies(step -> assertThat(step.step()).isEqualTo(Step.FAILED));
        assertThat(told.getFirst().detail()).startsWith("the pods cannot be looked at: unavailable");
        assertThat(waited).startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(clock.now).isBefore(BEGIN.plus(Duration.ofMinutes(10)));
    }

    @Test
    void doesNotTryAgainWhatIsRefused() throws Exception {
        fails("403", Long.MAX_VALUE);

        enforcer(Verb.STOP_POD).carryOut(command(one(Verb.STOP_POD, "web-1")));

        assertThat(waited).isEmpty();
        assertThat(told.getFirst().detail()).contains("forbidden");
    }

    @Test
    void aCommandThatIsTooOldIsNotBegun() throws Exception {
        ActionCommand old = command(one(Verb.STOP_POD, "web-1"));
        clock.now = old.notAfter();

        enforcer(Verb.STOP_POD).carryOut(old);

        assertThat(told).isEmpty();
        assertThat(pod("web-1").phase(clock.now)).isEqualTo(Phase.RUNNING);
    }
}
