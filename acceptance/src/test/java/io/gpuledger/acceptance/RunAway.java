package io.gpuledger.acceptance;

import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Four hours of one owner with a plan of a dollar an hour who runs away twice, from one pod to thirty, and what must come
 * of it: sums and crossings by arithmetic of its own.
 */
final class RunAway {

    static final String OWNER = "research";
    static final String CONFIGURATION = """
            owners:
              - {owner: research, namePattern: "res-*"}
            budgets:
              - {name: research, owner: research, amount: 720, period: month}
            rules:
              - {name: twice, metric: burn_multiple, windows: [1h, 5m], above: 2, severity: ticket}
              - {name: tenfold, metric: burn_multiple, windows: [1h, 5m], above: 10, severity: page}
            """;

    static final Instant FROM = Instant.parse("2026-09-20T10:00:00Z");
    static final int MINUTES = 240;

    private static final String PRICE = "0.987654321";
    private static final HourlyRate PLAN = HourlyRate.ofDollars("1");
    private static final Map<String, Integer> RULES = new TreeMap<>(Map.of("twice", 2, "tenfold", 10));
    private static final List<Duration> WINDOWS = List.of(Duration.ofHours(1), Duration.ofMinutes(5));
    private static final int JITTER_MILLIS = 20_000;

    private final List<Instant> polls = new ArrayList<>();

    /** Polls not quite a minute apart. */
    RunAway(Random chance) {
        polls.add(FROM);
        for (int minute = 1; minute <= MINUTES; minute++) {
            polls.add(FROM.plusSeconds(60L * minute).plusMillis(chance.nextInt(JITTER_MILLIS)));
        }
    }

    private static int pods(int minute) {
        return (minute >= 20 && minute < 60) || (minute >= 140 && minute < 170) ? 30 : 1;
    }

    /** What is told from one minute until another. */
    List<History.Sent> told(int from, int until) {
        List<History.Sent> told = new ArrayList<>();
        for (int minute = from; minute < until; minute++) {
            told.addAll(History.poll(polls.get(minute), pods(minute), PRICE));
        }
        return told;
    }

    /** The instant of a minute's poll. */
    Instant at(int minute) {
        return polls.get(minute);
    }

    /** What is spent until a minute's poll. */
    Money spent(int minute) {
        return between(FROM, at(minute));
    }

    private Money between(Instant from, Instant until) {
        Money sum = Money.ZERO;
        for (int minute = 0; minute < MINUTES; minute++) {
            Instant begins = later(polls.get(minute), from);
            Instant ends = earlier(polls.get(minute + 1), until);
            if (begins.isBefore(ends)) {
                long held = Duration.between(begins, ends).toMillis();
                sum = sum.plus(Money.of(HourlyRate.ofDollars(PRICE), held * pods(minute)));
            }
        }
        return sum;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The ids of the crossings until a minute's poll: both windows beyond to fire, one of them within to end it. */
    TreeSet<String> crossings(int last) {
        TreeSet<String> ids = new TreeSet<>();
        RULES.forEach((rule, times) -> {
            boolean fires = false;
            for (int minute = 0; minute <= last; minute++) {
                Instant now = at(minute);
                boolean beyond = WINDOWS.stream().allMatch(window -> isBeyond(times, now, window));
                if (beyond != fires) {
                    ids.add(rule + "|" + Scope.owner(OWNER).key() + "/" + (beyond ? "FIRING" : "RESOLVED") + "@"
                            + now.toEpochMilli());
                }
                fires = beyond;
            }
        });
        return ids;
    }

    private boolean isBeyond(int times, Instant now, Duration window) {
        BigInteger planned = Money.of(PLAN, window.toMillis()).units();
        return between(now.minus(window), now).units().compareTo(planned.multiply(BigInteger.valueOf(times))) >= 0;
    }
}
