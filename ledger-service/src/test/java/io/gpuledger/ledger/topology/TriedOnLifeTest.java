package io.gpuledger.ledger.topology;

import static io.gpuledger.ledger.topology.Told.MAIN;
import static io.gpuledger.ledger.topology.Told.failed;
import static io.gpuledger.ledger.topology.Told.polled;
import static io.gpuledger.ledger.topology.Told.running;
import static io.gpuledger.ledger.topology.Told.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.LettersBuried;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.query.backtest.Backtest;
import io.gpuledger.ledger.query.backtest.BacktestAnswer;
import io.gpuledger.ledger.query.backtest.Backtests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** History happens under rules; the same rules tried on it afterwards say what they said when it happened. */
class TriedOnLifeTest {

    private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");

    private static final LedgerFile FILE = file();
    private static final List<Rule> RULES = Objects.requireNonNull(FILE.rules());

    private static LedgerFile file() {
        try {
            return ConfigFile.parse("test", """
                    owners: [{owner: research, namePattern: "res-*"}]
                    assumedPrices: [{sku: NVIDIA GeForce RTX 4090, perGpuHour: 0.80}]
                    rules:
                      - {name: idle, metric: pod_idle_minutes, above: 5, severity: ticket}
                      - {name: idle-named, metric: pod_idle_minutes, namePattern: "*-1", above: 3, clear: 2, severity: ticket}
                      - {name: idle-waits, metric: pod_idle_minutes, above: 2, for: 4m, severity: ticket}
                      - {name: ended, metric: pod_ended, above: 1, severity: ticket}
                      - {name: storage, metric: stopped_storage, above: 0.30, clear: 0.20, severity: ticket}
                      - {name: storage-waits, metric: stopped_storage, above: 0.30, for: 3m, severity: ticket}
                      - {name: drift, metric: price_drift_percent, above: 10, severity: ticket}
                      - {name: drift-waits, metric: price_drift_percent, above: 10, for: 5m, severity: ticket}
                      - {name: polls, metric: polls_failed, above: 3, severity: page}
                      - {name: unobserved, metric: unobserved_hours, above: 0.1, severity: page}
                      - {name: bills, metric: chargeback_error_percent, above: 5, clear: 3, severity: ticket}
                      - {name: letters, metric: dead_letters, above: 4, severity: ticket}
                      - {name: letters-wait, metric: dead_letters, above: 2, for: 10m, severity: ticket}
                    """);
        } catch (ConfigFile.Refused e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant min(double minutes) {
        return T.plusMillis((long) (60_000 * minutes));
    }

    private static BacktestAnswer tried(Ledger ledger, Rule rule) {
        return new Backtests(new LedgerOnHand(ledger), () -> new Budgets(List.of()), FILE::assumedPrices)
                .answer(new Backtest(rule, T, T.plus(Backtest.RANGE_MAX)));
    }

    private static String said(Crossing crossing) {
        return crossing.rule() + " " + crossing.resource() + " " + crossing.state() + " " + crossing.at() + " since "
                + crossing.since() + " at " + crossing.value();
    }

    /** Up to ledger time, which is not in a range. */
    private static void assertSaysTheSame(Ledger ledger, List<Crossing> life) {
        Instant now = new LedgerOnHand(ledger).ledgerTime();
        for (Rule rule : RULES) {
            assertThat(tried(ledger, rule).crossings())
                    .extracting(TriedOnLifeTest::said)
                    .as(rule.name())
                    .containsExactlyInAnyOrderElementsOf(life.stream()
                            .filter(crossing -> crossing.rule().equals(rule.name()))
                            .filter(crossing -> crossing.at().isBefore(now))
                            .map(TriedOnLifeTest::said)
                            .toList());
        }
    }

    /** What one minute brings, of four pods. */
    private static final class Fate {
        private final Random chance;
        private final int[] use = new int[4];
        private final boolean[] runs = {true, true, true, true};
        private final boolean[] isThere = {true, true, true, true};
        private final String[] price = {"0.80", "0.80", "0.80", "0.80"};
        private int outage;
        private int silence;

        Fate(long seed) {
            chance = new Random(seed);
        }

        void turns() {
            int pod = chance.nextInt(4);
            switch (chance.nextInt(12)) {
                case 0, 1, 2 -> use[pod] = chance.nextInt(3) == 0 ? 80 : 1;
                case 3 -> runs[pod] = !runs[pod];
                case 4 -> isThere[pod] = !isThere[pod];
                case 5 -> price[pod] = chance.nextBoolean() ? "0.80" : "0.95";
                case 6 -> outage = chance.nextInt(5) == 0 ? 15 : chance.nextInt(6);
                default -> outage--;
            }
        }

        /** Nobody polls for some minutes: longer than polls may be apart, so that ledger time stands still. */
        boolean isSilent() {
            silence = silence > 0 ? silence - 1 : chance.nextInt(60) == 0 ? 3 + chance.nextInt(5) : 0;
            return silence > 0;
        }

        List<PodEvent> poll(Instant at) {
            if (outage > 0) {
                return List.of(failed(at));
            }
            List<PodEvent> events = new ArrayList<>();
            for (int pod = 0; pod < 4; pod++) {
                if (isThere[pod]) {
                    events.add(observed(pod, at));
                }
            }
            events.add(polled(at, events.size()));
            return events;
        }

        private PodObserved observed(int pod, Instant at) {
            String id = "res-" + pod;
            PodObserved seen = runs[pod] ? running(id, at, price[pod]).again(at, use[pod]) : stopped(id, at);
            return pod == 3 ? spot(seen) : seen;
        }
    }

    private static PodObserved spot(PodObserved seen) {
        return new PodObserved(
                seen.account(),
                seen.pod(),
                seen.at(),
                seen.state(),
                seen.startedAt(),
                seen.name(),
                seen.sku(),
                seen.milliGpus(),
                Tier.SPOT,
                seen.cluster(),
                seen.price(),
                seen.storageRunning(),
                seen.storageStopped(),
                seen.utilisationPercent(),
                seen.labels(),
                seen.changedAt());
    }

    private static BillLine bill(int line, Instant at, Instant from, String dollars) {
        return new BillLine(
                MAIN,
                "line-" + line,
                at,
                "res-" + line % 4,
                BillLine.Kind.USAGE,
                from,
                from.plusSeconds(600),
                Money.ofDollars(dollars),
                null,
                Told.SKU,
                null);
    }

    @Test
    void everyRuleSaysWhatItSaidWhenItHappened() {
        Set<String> fired = new HashSet<>();
        for (int seed = 0; seed < 6; seed++) {
            Fate fate = new Fate(seed);
            List<Crossing> life = new ArrayList<>();
            try (Ledger ledger = new Ledger(FILE)) {
                happens(ledger, fate, 0, 300);
                ledger.told(polled(min(300), 0), polled(min(301), 0));
                life.addAll(ledger.crossings());
                life.forEach(crossing -> fired.add(crossing.rule()));
                assertSaysTheSame(ledger, life);
            }
        }
        assertThat(fired)
                .as("history is rich enough for every rule")
                .containsExactlyInAnyOrderElementsOf(
                        RULES.stream().map(Rule::name).toList());
    }

    /** Letters and bills come with a poll. */
    private static void happens(Ledger ledger, Fate fate, int from, int until) {
        for (int minute = from; minute < until; minute++) {
            Instant at = min(minute);
            if (fate.chance.nextInt(30) == 0) {
                ledger.told(new LettersBuried(at, at, 1 + fate.chance.nextInt(4)));
            }
            if (minute > 20 && fate.chance.nextInt(20) == 0) {
                ledger.billed(bill(
                        fate.chance.nextInt(6), at, min(minute - 15), fate.chance.nextBoolean() ? "0.134" : "0.15"));
            }
            fate.turns();
            if (!fate.isSilent()) {
                ledger.told(fate.poll(at));
            }
        }
    }

    /** What is told late is known a little later by who judges when a poll has passed. */
    @Test
    void newsThatComesLateIsJudgedFromWhenItCame() {
        for (int seed = 100; seed < 106; seed++) {
            Fate fate = new Fate(seed);
            try (Ledger ledger = new Ledger(FILE)) {
                for (int minute = 0; minute < 200; minute++) {
                    happens(ledger, fate, minute, minute + 1);
                    if (fate.chance.nextInt(6) == 0) {
                        int pod = fate.chance.nextInt(4);
                        fate.use[pod] = 80 - fate.use[pod] % 80;
                        ledger.told(fate.observed(pod, min(minute - 7.5)));
                    }
                }
                ledger.told(polled(min(200), 0), polled(min(201), 0));
                assertSaysTheSameSoon(ledger, ledger.crossings());
            }
        }
    }

    private static void assertSaysTheSameSoon(Ledger ledger, List<Crossing> life) {
        for (Rule rule : RULES) {
            Map<String, List<Crossing>> happened = bySubject(life.stream()
                    .filter(crossing -> crossing.rule().equals(rule.name()))
                    .toList());
            Map<String, List<Crossing>> tried = bySubject(tried(ledger, rule).crossings());
            assertThat(tried.keySet()).as(rule.name()).isEqualTo(happened.keySet());
            happened.forEach((subject, crossings) -> assertThat(tried.get(subject))
                    .as("%s of %s", rule.name(), subject)
                    .zipSatisfy(crossings, (then, now) -> {
                        assertThat(then.state()).isEqualTo(now.state());
                        assertThat(then.at()).isBetween(now.at().minusSeconds(180), now.at());
                    }));
        }
    }

    private static Map<String, List<Crossing>> bySubject(List<Crossing> crossings) {
        return crossings.stream().collect(Collectors.groupingBy(crossing -> String.valueOf(crossing.resource())));
    }
}
