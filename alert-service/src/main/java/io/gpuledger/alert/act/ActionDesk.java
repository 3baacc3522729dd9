package io.gpuledger.alert.act;

import io.gpuledger.alert.group.Shelf;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.action.ActionCommand;
import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.common.event.action.ActionTold.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes in what is said of actions, and decides what follows. Knows no clock and no Kafka. */
public final class ActionDesk {

    /** Who says what is decided here. */
    public static final String NAME = "alert-service";

    /** How long a command may be carried out; then its reason may be over. */
    static final Duration COMMAND_LASTS = Duration.ofMinutes(10);
    /** How much later an answer may come. */
    static final Duration ANSWER_TAKES = Duration.ofMinutes(2);
    /** How many that are over can be asked for; the oldest are forgotten, and stay in the topic. */
    static final int PAST_MAX = 1_000;

    private final Shelf<Action> shelf;
    private final Circumstances circumstances;
    private final Objections objections;
    private final Map<String, Action> actions = new LinkedHashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();

    /** Takes up where the shelf left off. */
    public ActionDesk(Shelf<Action> shelf, Circumstances circumstances) {
        this.shelf = shelf;
        this.circumstances = circumstances;
        this.objections = new Objections(circumstances);
        List<Action> known = new ArrayList<>();
        shelf.forEach((id, action) -> known.add(action));
        known.sort(Comparator.comparing(Action::askedAt).thenComparing(Action::id));
        known.forEach(action -> actions.put(action.id(), action));
    }

    /** step -> what follows from it at once; what was decided here is known already and says nothing new */
    public List<Event> hear(ActionTold told, Instant now) {
        List<Event> said = new ArrayList<>();
        Action known = actions.get(told.action());
        switch (told.step()) {
            case REQUESTED -> {
                if (known == null) {
                    request(Action.of(told), now, said);
                }
            }
            case APPROVED, REFUSED -> {
                boolean heard = known != null && known.isOpen() && !known.isCommanded();
                if (known != null && heard) {
                    judge(known.after(told), now, said);
                }
                said.add(Judgements.of(told, known, heard));
            }
            case DRY_RUN, EXEMPT, NOT_ALLOWED, DONE, FAILED -> {
                if (known != null && known.isCommanded() && mayAnswer(known, told)) {
                    answer(known, told, now, said);
                }
            }
            case NOTICED, WAITING, CANCELLED, COMMANDED -> {
                // Said by this desk.
            }
        }
        return settled(said);
    }

    /** A late success is believed where no answer was taken for a failure. */
    private static boolean mayAnswer(Action known, ActionTold told) {
        return known.isOpen() || (known.ending() == Step.FAILED && told.step() == Step.DONE);
    }

    private void request(Action asked, Instant now, List<Event> said) {
        String exempt = asked.terms().exempt();
        String against = objections.against(asked, actions.values(), now);
        if (exempt != null) {
            end(asked, Step.EXEMPT, exempt, now, said);
        } else if (against != null) {
            end(asked, Step.CANCELLED, against, now, said);
        } else {
            Action action =
                    asked.terms().dueAt().isAfter(now) || asked.terms().approval() ? notice(asked, now, said) : asked;
            keep(action);
            look(action, now, said);
        }
        forgetOldest();
    }

    private static Action notice(Action asked, Instant now, List<Event> said) {
        String sentence = Notices.sentence(asked);
        Action noticed = tell(asked, asked.terms().approval() ? Step.WAITING : Step.NOTICED, sentence, now, said);
        if (noticed.isNoticed()) {
            said.add(Notices.pending(noticed, sentence, now));
        }
        return noticed;
    }

    private void judge(Action judged, Instant now, List<Event> said) {
        keep(judged);
        if (judged.isOpen()) {
            look(judged, now, said);
        } else {
            endNotice(judged, now, said);
        }
    }

    private void answer(Action known, ActionTold told, Instant now, List<Event> said) {
        keep(known.after(told));
        if (told.step() == Step.DONE) {
            mend(known, told.pod(), now).ifPresent(said::add);
        } else if (isFailure(told.step()) && !known.order().dryRun() && !isSaidOfItsPods(known, told)) {
            said.add(Notices.failed(known, told.pod(), told.detail(), now));
        }
    }

    private static boolean isFailure(Step step) {
        return step == Step.FAILED || step == Step.NOT_ALLOWED;
    }

    private static boolean isSaidOfItsPods(Action known, ActionTold told) {
        return told.pod() == null
                && known.log().stream().anyMatch(line -> line.pod() != null && isFailure(line.step()));
    }

    private Optional<Event> mend(Action action, @Nullable String pod, Instant now) {
        var mended = Notices.mended(action.order(), pod, now);
        return circumstances.isOver(mended.fingerprint(), now) ? Optional.empty() : Optional.of(mended);
    }

    /** time -> what is decided of the actions that are open */
    public List<Event> tick(Instant now) {
        List<Event> said = new ArrayList<>();
        for (Action action : List.copyOf(actions.values())) {
            if (action.isOpen()) {
                look(action, now, said);
            } else if (action.binds() && objections.isOver(action, now)) {
                keep(action.unbound());
            }
        }
        return settled(said);
    }

    public boolean isIdle() {
        return actions.values().stream().noneMatch(action -> action.isOpen() || action.binds());
    }

    private void look(Action action, Instant now, List<Event> said) {
        Instant answerBy = action.answerBy();
        if (answerBy != null) {
            if (!now.isBefore(answerBy)) {
                unanswered(action, now, said);
            }
            return;
        }
        String reason = objections.to(action, now);
        if (reason != null) {
            end(action, Step.CANCELLED, reason, now, said);
        } else if (!action.waitsForApproval() && !now.isBefore(action.terms().dueAt())) {
            command(action, now, said);
        }
    }

    private void unanswered(Action action, Instant now, List<Event> said) {
        String nobody = "nobody who watches " + action.order().account() + " answered";
        end(action, Step.FAILED, nobody, now, said);
        if (!action.order().dryRun()) {
            said.add(Notices.failed(action, null, nobody, now));
        }
    }

    private void command(Action action, Instant now, List<Event> said) {
        Instant notAfter = now.plus(COMMAND_LASTS);
        keep(tell(action, Step.COMMANDED, null, now, said).commandedUntil(notAfter.plus(ANSWER_TAKES)));
        said.add(new ActionCommand(action.id(), now, notAfter, action.order()));
        endNotice(action, now, said);
    }

    private void end(Action action, Step step, @Nullable String why, Instant now, List<Event> said) {
        keep(tell(action, step, why, now, said));
        endNotice(action, now, said);
    }

    /** Once only: a command ends it, and so does every end before one. */
    private static void endNotice(Action action, Instant now, List<Event> said) {
        if (action.isNoticed() && !action.isCommanded()) {
            said.add(Notices.noLongerPending(action, now));
        }
    }

    private static Action tell(Action action, Step step, @Nullable String detail, Instant now, List<Event> said) {
        ActionTold told = new ActionTold(action.id(), now, step, NAME, detail, null, action.order(), null);
        said.add(told);
        return action.after(told);
    }

    private void keep(Action action) {
        actions.put(action.id(), action);
        changed.add(action.id());
    }

    /** Once for each action, whatever it went through meanwhile: nobody sees it half decided. */
    private List<Event> settled(List<Event> said) {
        changed.forEach(id -> shelf.put(id, Objects.requireNonNull(actions.get(id))));
        changed.clear();
        return said;
    }

    private void forgetOldest() {
        List<Action> past =
                actions.values().stream().filter(action -> !action.isOpen()).toList();
        past.stream().limit(Math.max(0, past.size() - PAST_MAX)).forEach(action -> {
            actions.remove(action.id());
            changed.remove(action.id());
            shelf.remove(action.id());
        });
    }
}
