package io.gpuledger.alert.sink.ticket;

import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.ticket.Step.Done;
import io.gpuledger.alert.sink.ticket.Step.Ended;
import io.gpuledger.alert.sink.ticket.Tracker.Standing;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Receipt;
import io.gpuledger.common.event.Receipt.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** notification -> the steps its ticket needs. What was done is noted after each, so that a crash repeats one at most. */
final class TicketSink implements Sink {

    /** How long a search of a tracker may lag behind what was made there. */
    private static final Duration SEEN_WITHIN = Duration.ofMinutes(2);

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(30);
    private static final String REPEATED = "repeat interval elapsed";
    private static final int TITLE_CHARS_MAX = 250;
    private static final int BODY_CHARS_MAX = 30_000;

    private final TicketSettings settings;
    private final Tracker tracker;
    private final Outside outside;

    TicketSink(TicketSettings settings, Tracker tracker, Outside outside) {
        this.settings = settings;
        this.tracker = tracker;
        this.outside = outside;
    }

    @Override
    public Answer send(Notification said) throws InterruptedException, IOException {
        Receipt last = outside.receipts().of(said).orElse(null);
        String reference = last == null ? null : last.reference();
        if (last != null && reference != null && last.notification().equals(said.id())) {
            return new Answer.Delivered("ticket " + reference + ", already told");
        }
        if (last != null && reference != null) {
            return said.status() == Status.FIRING ? news(said, last, reference) : end(said, reference);
        }
        return switch (tracker.find(said.dedupKey())) {
            case Ended<String> ended -> ended.answer();
            case Done<String>(String found) when !found.isEmpty() -> adopted(said, last, found);
            case Done<String> none
            when said.status() == Status.RESOLVED -> new Answer.Delivered("there is no ticket to close");
            case Done<String> none
            when last != null && mayBeThere(last) ->
                new Answer.Retry("a ticket may have been made, and is not found yet", LOOK_AGAIN_AFTER);
            case Done<String> none -> made(said);
        };
    }

    private boolean mayBeThere(Receipt intent) {
        Instant now = outside.clock().instant();
        return tracker.isSlowToFind() && intent.at().plus(SEEN_WITHIN).isAfter(now);
    }

    /** Somebody made it and could not note it down. */
    private Answer adopted(Notification said, @Nullable Receipt intent, String reference)
            throws InterruptedException, IOException {
        if (said.status() == Status.RESOLVED) {
            return end(said, reference);
        }
        if (intent == null || !intent.notification().equals(said.id())) {
            return commented(said, reference);
        }
        keep(said, State.OPEN, reference);
        return new Answer.Delivered("ticket " + reference);
    }

    private Answer made(Notification said) throws InterruptedException, IOException {
        outside.receipts().keep(Receipt.of(said, outside.clock().instant(), State.INTENDED, null));
        Tracker.Draft draft = new Tracker.Draft(
                said.dedupKey(),
                settings.title().of(outside.subject(said), TITLE_CHARS_MAX).replaceAll("\\s+", " "),
                body(said),
                outside.subject(said));
        return switch (tracker.create(draft)) {
            case Ended<String> ended -> ended.answer();
            case Done<String>(String reference) -> {
                keep(said, State.OPEN, reference);
                yield new Answer.Delivered("ticket " + reference);
            }
        };
    }

    private Answer news(Notification said, Receipt last, String reference) throws InterruptedException, IOException {
        return switch (tracker.standing(reference)) {
            case Ended<Standing> ended -> ended.answer();
            case Done<Standing>(Standing standing) ->
                switch (standing) {
                    case OPEN -> commented(said, reference);
                    case CLOSED -> again(said, last, reference);
                    case UNWANTED -> new Answer.Delivered("ticket " + reference + " is not wanted");
                    case GONE -> made(said);
                };
        };
    }

    /** A ticket that is told of the same again is not written into: only news is a comment. */
    private Answer commented(Notification said, String reference) throws InterruptedException, IOException {
        if (said.reason().equals(REPEATED)) {
            return new Answer.Delivered("ticket " + reference + ", nothing new");
        }
        return noted(said, State.OPEN, reference, tracker.comment(reference, body(said)));
    }

    private Answer again(Notification said, Receipt last, String reference) throws InterruptedException, IOException {
        Duration within = settings.reopenWithin();
        if (within != null && last.at().plus(within).isBefore(outside.clock().instant())) {
            return made(said);
        }
        return switch (tracker.reopen(reference)) {
            case Ended<Boolean> ended -> ended.answer();
            case Done<Boolean>(Boolean reopened) when !reopened -> made(said);
            case Done<Boolean> reopened -> noted(said, State.OPEN, reference, tracker.comment(reference, body(said)));
        };
    }

    private Answer end(Notification said, String reference) throws InterruptedException, IOException {
        return switch (tracker.close(reference, body(said))) {
            case Ended<Boolean> ended -> ended.answer();
            case Done<Boolean>(Boolean closed) when closed -> noted(said, State.CLOSED, reference, new Done<>(true));
            case Done<Boolean> left -> noted(said, State.CLOSED, reference, tracker.comment(reference, body(said)));
        };
    }

    private Answer noted(Notification said, State state, String reference, Step<Boolean> step)
            throws InterruptedException {
        return switch (step) {
            case Ended<Boolean> ended -> ended.answer();
            case Done<Boolean> done -> {
                keep(said, state, reference);
                yield new Answer.Delivered("ticket " + reference);
            }
        };
    }

    private void keep(Notification said, State state, String reference) throws InterruptedException {
        outside.receipts().keep(Receipt.of(said, outside.clock().instant(), state, reference));
    }

    private String body(Notification said) {
        return settings.body().of(outside.subject(said), BODY_CHARS_MAX);
    }
}
