package io.gpuledger.alert.act;

import static io.gpuledger.alert.act.ActionStage.ALERT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.act.ActionStage.Wish;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.action.ActionTold.Step;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The lives of actions, in virtual time. */
class ActionStoriesTest {

    private static final Wish STOP = Wish.of("a1", "7f3a9c");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ActionStage stage = new ActionStage();

    private void answered(Wish wish, Step step, String detail) {
        stage.says(wish, step, "pricing-service", detail, null);
    }

    private void judged(Step step) {
        stage.says(STOP, step, "ada", "as agreed", null);
    }

    @Test
    void commandsAtOnceWhatNeitherWaitsNorNeedsApproval() {
        stage.ask(STOP);
        answered(STOP, Step.DONE, "stopped");

        assertThat(stage.commands()).singleElement().satisfies(command -> {
            assertThat(command.action()).isEqualTo("a1");
            assertThat(command.key()).isEqualTo("runpod/main");
            assertThat(command.notAfter()).isEqualTo(stage.now.plus(ActionDesk.COMMAND_LASTS));
        });
        assertThat(stage.steps("a1")).containsExactly(Step.COMMANDED);
        assertThat(stage.shown("a1").ending()).isEqualTo(Step.DONE);
        assertThat(stage.alerts()).isEmpty();
    }

    @Test
    void asksOnceThoughTheRequestIsDeliveredTwice() {
        stage.ask(STOP);
        stage.restart();
        stage.ask(STOP);

        assertThat(stage.commands()).hasSize(1);
    }

    @Test
    void waitsOutItsDelayThroughARestartAndTellsPeopleMeanwhile() {
        stage.ask(STOP.after(QUARTER));
        assertThat(stage.alerts()).containsExactly("action-pending firing");
        assertThat(stage.alertsAsTold().getFirst().annotations().get("summary"))
                .isEqualTo("will stop runpod/main/7f3a9c (sweep-1) at 2026-11-21T08:15:00Z, unless acknowledged,"
                        + " resolved or refused");
        stage.pass(QUARTER.minusSeconds(1));
        stage.restart();
        assertThat(stage.commands()).isEmpty();

        stage.pass(Duration.ofSeconds(1));

        assertThat(stage.commands()).hasSize(1);
        assertThat(stage.steps("a1")).containsExactly(Step.NOTICED, Step.COMMANDED);
        assertThat(stage.alerts()).containsExactly("action-pending firing", "action-pending over");
    }

    @Test
    void isCancelledWhenItsAlertIsOver() {
        stage.ask(STOP.after(QUARTER));
        stage.firing.remove(ALERT);

        stage.pass(MINUTE);
        stage.pass(QUARTER);

        assertThat(stage.commands()).isEmpty();
        assertThat(stage.steps("a1")).containsExactly(Step.NOTICED, Step.CANCELLED);
        assertThat(stage.lastDetail()).isEqualTo("resolved");
        assertThat(stage.alerts()).containsExactly("action-pending firing", "action-pending over");
    }

    @Test
    void isNotBegunWhereItsAlertIsOverByThen() {
        stage.firing.remove(ALERT);

        stage.ask(STOP.after(QUARTER));

        assertThat(stage.steps("a1")).containsExactly(Step.CANCELLED);
        assertThat(stage.alerts()).isEmpty();
    }

    @Test
    void isCancelledWhenSomebodyAcknowledges() {
        stage.ask(STOP.after(QUARTER));
        stage.acknowledged = true;

        stage.pass(QUARTER);

        assertThat(stage.commands()).isEmpty();
        assertThat(stage.lastDetail()).isEqualTo("acknowledged");
    }

    @Test
    void waitsForApprovalThroughARestart() {
        stage.ask(STOP.approved());
        stage.pass(MINUTE);
        stage.restart();
        assertThat(stage.commands()).isEmpty();

        judged(Step.APPROVED);

        assertThat(stage.commands()).hasSize(1);
        assertThat(stage.shown("a1").log())
                .anySatisfy(line -> assertThat(line.by() + ": " + line.detail()).isEqualTo("ada: as agreed"));
        assertThat(stage.alerts()).containsExactly("action-pending firing", "action-pending over");
    }

    @Test
    void whoApprovedOrRefusedIsWrittenDownAndWhetherItStillCounted() {
        stage.ask(STOP.approved());
        judged(Step.APPROVED);
        judged(Step.REFUSED);
        stage.says(Wish.of("none", "p9"), Step.REFUSED, "eve", "why not", null);

        assertThat(stage.audit())
                .extracting(entry -> entry.by() + " " + entry.action().word() + " " + entry.object() + " "
                        + entry.outcome() + ": " + entry.reason())
                .containsExactly(
                        "ada action.approve a1 DONE: as agreed",
                        "ada action.refuse a1 REFUSED: the action is commanded",
                        "eve action.refuse none REFUSED: there is no such action");
        assertThat(stage.audit().getFirst().before()).containsEntry("state", "waiting");
        assertThat(stage.audit().getFirst().after())
                .containsEntry("state", "approved")
                .containsEntry("action", "stop runpod/main/7f3a9c");
    }

    @Test
    void anApprovalDoesNotShortenTheDelay() {
        stage.ask(STOP.approved().after(QUARTER));
        judged(Step.APPROVED);
        assertThat(stage.commands()).isEmpty();

        stage.pass(QUARTER);

        assertThat(stage.commands()).hasSize(1);
    }

    @Test
    void whatNobodyApprovesIsCancelled() {
        stage.ask(STOP.approved());

        stage.pass(Duration.ofHours(24));

        assertThat(stage.commands()).isEmpty();
        assertThat(stage.lastDetail()).isEqualTo("nobody approved in time");
    }

    @Test
    void aRefusalHoldsUntilTheAlertIsOver() {
        stage.ask(STOP.after(QUARTER));
        judged(Step.REFUSED);
        stage.ask(Wish.of("a2", "7f3a9c"));
        assertThat(stage.steps("a2")).containsExactly(Step.CANCELLED);
        assertThat(stage.lastDetail()).isEqualTo("while the alert fires it stays refused: a1");

        stage.pass(QUARTER);

        assertThat(stage.commands()).isEmpty();
        assertThat(stage.alerts()).containsExactly("action-pending firing", "action-pending over");
    }

    @Test
    void aRefusalEndsWithItsAlert() {
        stage.ask(STOP.after(QUARTER));
        judged(Step.REFUSED);
        stage.firing.remove(ALERT);
        stage.pass(MINUTE);
        stage.restart();
        stage.firing.add(ALERT);

        stage.ask(Wish.of("a2", "7f3a9c"));

        assertThat(stage.commands()).hasSize(1);
    }

    @Test
    void aPodThatWasStoppedIsNotStoppedAgainForTheSameAlert() {
        stage.ask(STOP);
        answered(STOP, Step.DONE, "stopped");

        stage.ask(Wish.of("a2", "7f3a9c"));

        assertThat(stage.commands()).hasSize(1);
        assertThat(stage.lastDetail()).isEqualTo("while the alert fires it stays done: a1");
    }

    @Test
    void whatWasADryRunIsDoneOnceTheFileSaysSo() {
        stage.ask(STOP.dry());
        answered(STOP.dry(), Step.DRY_RUN, "would have been stopped");

        stage.ask(Wish.of("a2", "7f3a9c"));

        assertThat(stage.commands()).hasSize(2);
    }

    @Test
    void aYesThatComesTooLateDoesNothing() {
        stage.ask(STOP.approved());
        stage.firing.remove(ALERT);
        stage.pass(MINUTE);

        judged(Step.APPROVED);

        assertThat(stage.commands()).isEmpty();
        assertThat(stage.shown("a1").ending()).isEqualTo(Step.CANCELLED);
    }

    @Test
    void theSameIsNotAskedForTwiceWhileItIsUnderWay() {
        stage.ask(STOP.after(QUARTER));

        stage.ask(Wish.of("a2", "7f3a9c").after(QUARTER));

        assertThat(stage.steps("a2")).containsExactly(Step.CANCELLED);
        assertThat(stage.lastDetail()).isEqualTo("the same is under way: a1");
    }

    @Test
    void noMoreThanSoManyAtOnce() {
        IntStream.rangeClosed(1, 3)
                .forEach(i -> stage.ask(Wish.of("a" + i, "pod" + i).atMost(2)));

        assertThat(stage.commands()).extracting(command -> command.action()).containsExactly("a1", "a2");
        assertThat(stage.steps("a3")).containsExactly(Step.CANCELLED);
        assertThat(stage.lastDetail()).isEqualTo("more than pods_max, 2 at once");
    }

    @Test
    void whatIsExemptIsLeftAloneAndTakesNobodysTurn() {
        stage.ask(Wish.of("a0", "pod0").atMost(1).exempt("names like web-* are exempt"));
        stage.ask(STOP.atMost(1));

        assertThat(stage.steps("a0")).containsExactly(Step.EXEMPT);
        assertThat(stage.commands()).extracting(command -> command.action()).containsExactly("a1");
    }

    @Test
    void aDryRunWalksTheSameWayAndTellsNobody() {
        stage.ask(STOP.dry().after(QUARTER));
        stage.pass(QUARTER);
        answered(STOP.dry(), Step.DRY_RUN, "would have been stopped");

        assertThat(stage.commands())
                .singleElement()
                .satisfies(command -> assertThat(command.order().dryRun()).isTrue());
        assertThat(stage.shown("a1").ending()).isEqualTo(Step.DRY_RUN);
        assertThat(stage.alerts()).isEmpty();
    }

    @Test
    void aFailureForGoodPagesAndALaterSuccessEndsThePage() {
        stage.ask(STOP);
        answered(STOP, Step.FAILED, "status 403");
        Alert page = stage.alertsAsTold().getFirst();
        assertThat(page.labels())
                .containsEntry("alertname", "action-failed")
                .containsEntry("severity", "page")
                .containsEntry("account", "runpod/main")
                .containsEntry("pod", "runpod/main/7f3a9c")
                .containsEntry("action", "stop_pod");
        assertThat(page.annotations()).containsEntry("summary", "could not stop runpod/main/7f3a9c: status 403");
        stage.firing.add(page.fingerprint());

        stage.ask(Wish.of("a2", "7f3a9c"));
        answered(Wish.of("a2", "7f3a9c"), Step.DONE, "stopped");

        assertThat(stage.alerts()).containsExactly("action-failed firing", "action-failed over");
    }

    @Test
    void whatIsNotAllowedPagesToo() {
        stage.ask(STOP);

        answered(STOP, Step.NOT_ALLOWED, "accounts[].actions does not name stop_pod");

        assertThat(stage.alerts()).containsExactly("action-failed firing");
    }

    @Test
    void whereNobodyAnswersItFailedAndALateAnswerIsBelieved() {
        stage.ask(STOP);
        stage.restart();
        stage.pass(ActionDesk.COMMAND_LASTS.plus(ActionDesk.ANSWER_TAKES));
        assertThat(stage.lastDetail()).isEqualTo("nobody who watches runpod/main answered");
        assertThat(stage.alerts()).containsExactly("action-failed firing");
        stage.firing.add(stage.alertsAsTold().getFirst().fingerprint());

        answered(STOP, Step.DONE, "stopped");

        assertThat(stage.shown("a1").ending()).isEqualTo(Step.DONE);
        assertThat(stage.alerts()).containsExactly("action-failed firing", "action-failed over");
    }

    @Test
    void ofSeveralPodsEachIsNotedAndPagesForItself() {
        Wish all = new Wish("a1", null, false, Duration.ZERO, false, 5, "n1", null);
        stage.ask(all);

        stage.says(all, Step.DONE, "pricing-service", "stopped", "p1");
        stage.says(all, Step.FAILED, "pricing-service", "status 403", "p2");
        assertThat(stage.shown("a1").isOpen()).isTrue();
        stage.says(all, Step.FAILED, "pricing-service", "1 of 2 pods failed", null);

        assertThat(stage.shown("a1").ending()).isEqualTo(Step.FAILED);
        assertThat(stage.alertsAsTold())
                .extracting(alert -> alert.labels().get("pod"))
                .containsExactly("runpod/main/p2");
    }

    @Test
    void theOldestOfThePastAreForgotten() {
        IntStream.rangeClosed(0, ActionDesk.PAST_MAX + 5)
                .forEach(i -> stage.ask(Wish.of("a" + i, "pod" + i).exempt("exempt")));

        assertThat(stage.remembered()).isEqualTo(ActionDesk.PAST_MAX);
    }
}
