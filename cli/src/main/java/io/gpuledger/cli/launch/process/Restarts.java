package io.gpuledger.cli.launch.process;

import java.time.Duration;

/**
 * How often a process that dies is started again.
 *
 * @param attemptsMax deaths in a row after which nobody tries any more
 * @param firstPause before the first try; doubled every time
 * @param pauseMax the longest pause
 * @param calm having run so long, its earlier deaths are forgotten
 */
public record Restarts(int attemptsMax, Duration firstPause, Duration pauseMax, Duration calm) {

    public static final Restarts DEFAULT =
            new Restarts(5, Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofMinutes(1));

    private static final int DOUBLINGS_MAX = 20;

    /** @param deaths in a row, from 1 */
    Duration pause(int deaths) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(deaths - 1, DOUBLINGS_MAX));
        return pause.compareTo(pauseMax) > 0 ? pauseMax : pause;
    }

    boolean isHopeless(int deaths) {
        return deaths > attemptsMax;
    }
}
