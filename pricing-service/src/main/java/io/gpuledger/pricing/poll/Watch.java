package io.gpuledger.pricing.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Polls an account at its interval until it is stopped; a poll that takes longer is followed by the next at once. */
public final class Watch implements Runnable {

    private final AccountPoller poller;
    private final Duration interval;
    private final InstantSource clock;
    private final Consumer<PollReport> reports;

    public Watch(AccountPoller poller, Duration interval, InstantSource clock, Consumer<PollReport> reports) {
        this.poller = poller;
        this.interval = interval;
        this.clock = clock;
        this.reports = reports;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            Instant next = clock.instant().plus(interval);
            reports.accept(poller.poll());
            try {
                Duration rest = Duration.between(clock.instant(), next);
                Thread.sleep(rest.isNegative() ? Duration.ZERO : rest.compareTo(interval) > 0 ? interval : rest);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
