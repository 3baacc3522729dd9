package io.gpuledger.alert.delivery;

import io.gpuledger.alert.journal.Pause;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Delivery.Outcome;
import io.gpuledger.common.event.Notification;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/** Brings one notification to its sink: the one place where things are tried again. */
public final class Courier {

    private static final Duration FILES_AGREE_WITHIN = Duration.ofSeconds(30);

    private final Sinks sinks;
    private final DeliveryLimits limits;
    private final Backoff backoff;
    private final InstantSource clock;
    private final Pause pause;
    private final Witness witness;

    public Courier(Sinks sinks, DeliveryLimits limits, RandomGenerator chance, Surroundings surroundings) {
        this.sinks = sinks;
        this.limits = limits;
        this.backoff = new Backoff(limits, chance);
        this.clock = surroundings.clock();
        this.pause = surroundings.pause();
        this.witness = surroundings.witness();
    }

    /** What a courier needs from outside. */
    public record Surroundings(InstantSource clock, Pause pause, Witness witness) {}

    /** @param turns calls the receiver may get at once; none is held between attempts */
    public Delivery bring(Notification notification, Semaphore turns) throws InterruptedException {
        Instant giveUpAt = notification.at().plus(limits.giveUpAfter());
        for (int attempt = 1; ; attempt++) {
            Answer answer = attempt(notification, turns);
            switch (answer) {
                case Answer.Delivered delivered -> {
                    return ended(notification, Outcome.DELIVERED, attempt, delivered);
                }
                case Answer.Rejected rejected -> {
                    return ended(notification, Outcome.REJECTED, attempt, rejected);
                }
                case Answer.Retry retry -> {
                    Duration wait = backoff.after(attempt, retry.after());
                    if (clock.instant().plus(wait).isAfter(giveUpAt)) {
                        return ended(notification, Outcome.GAVE_UP, attempt, retry);
                    }
                    pause.of(wait);
                }
            }
        }
    }

    private Answer attempt(Notification notification, Semaphore turns) throws InterruptedException {
        Optional<Sink> sink = sinks.of(notification);
        if (sink.isEmpty()) {
            return unknown(notification);
        }
        turns.acquire();
        try {
            Instant from = clock.instant();
            Answer answer = sent(sink.get(), notification);
            witness.attempted(notification, answer, Duration.between(from, clock.instant()));
            return answer;
        } finally {
            turns.release();
        }
    }

    /** The routing file of the instance that decides may be newer than the one in force here. */
    private Answer unknown(Notification notification) {
        return clock.instant().isBefore(notification.at().plus(FILES_AGREE_WITHIN))
                ? new Answer.Retry("the routing file has no such integration", null)
                : new Answer.Rejected("the routing file has no such integration any more");
    }

    /** A sink that fails unforeseen must not hold up what comes behind. */
    private static Answer sent(Sink sink, Notification notification) throws InterruptedException {
        try {
            return sink.send(notification);
        } catch (IOException e) {
            return new Answer.Retry("a file of its settings cannot be read", null);
        } catch (RuntimeException e) {
            return new Answer.Retry("failed (" + e.getClass().getSimpleName() + ")", null);
        }
    }

    private Delivery ended(Notification notification, Outcome outcome, int attempts, Answer answer) {
        return Delivery.of(notification, clock.instant(), outcome, attempts, answer.detail());
    }
}
