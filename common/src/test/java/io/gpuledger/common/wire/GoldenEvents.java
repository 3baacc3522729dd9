package io.gpuledger.common.wire;

import static java.util.Map.entry;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigCommand;
import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.event.ConfigKind;
import io.gpuledger.common.event.ConfigSettled;
import io.gpuledger.common.event.CostWindow;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.DayMeasures;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.HourLooks;
import io.gpuledger.common.event.HourUsage;
import io.gpuledger.common.event.HoursClosed;
import io.gpuledger.common.event.JobCounters;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.JobStarted;
import io.gpuledger.common.event.JobStopped;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.LetterReplayed;
import io.gpuledger.common.event.LettersBuried;
import io.gpuledger.common.event.ManagedBy;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.PollFailed;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.event.Reading;
import io.gpuledger.common.event.Receipt;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Severity;
import io.gpuledger.common.event.Silence;
import io.gpuledger.common.event.Tick;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.event.Use;
import io.gpuledger.common.event.Via;
import io.gpuledger.common.event.Withheld;
import io.gpuledger.common.event.action.ActionCommand;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.common.event.action.Exemption;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the golden files mean, in Java. */
final class GoldenEvents {

    private static final Instant AT = Instant.parse("2026-11-21T08:00:00.250Z");
    private static final Instant HOUR = Instant.parse("2026-11-21T08:00:00Z");
    private static final Instant START = Instant.parse("2026-11-21T07:56:10Z");
    private static final Instant EVENING = Instant.parse("2026-11-20T22:00:00Z");
    private static final AccountRef MAIN = new AccountRef("runpod", "main");
    private static final AccountRef TRACE = new AccountRef("csv", "trace");
    private static final Scope RESEARCH = Scope.owner("research");
    private static final Scope INTERNS = Scope.owner("interns");
    private static final String RTX = "NVIDIA GeForce RTX 4090";
    private static final String POD = "runpod/main/7f3a9c";
    private static final String CAUSE = POD + "@1795248000250";
    private static final String COMMAND = "0e7d1bc2-93ff-4f0e-8a53-3a2f6f1f2b11";
    private static final String GROUP_ID = "9f2c4b7a01d3e865";
    private static final String NOTIFIED = "1c7dc5b5122174e65366b0cb5f142a05";
    private static final String GROUP = "{}/{severity=\"page\"}:{account=\"runpod/main\", owner=\"interns\"}";
    private static final String PRINT = "5e62039de9a71416";
    private static final String SAID = "interns spends 9.315 x plan";
    private static final String ACTION = "a4c1f0de6b0f4a5a";
    private static final ActionOrder STOP = new ActionOrder(
            ActionOrder.Verb.STOP_POD,
            MAIN,
            "7f3a9c",
            null,
            false,
            new Exemption(List.of("0aa1"), List.of("web-*"), Map.of("team", "vision")),
            5);
    private static final ActionOrder EVERY =
            new ActionOrder(ActionOrder.Verb.TERMINATE_POD, MAIN, null, "interns", true, Exemption.NONE, 1_000);
    private static final Map<String, String> LABELS =
            Map.of("alertname", "burn-fast", "owner", "interns", "severity", "page");

    private static final Map<String, Object> BUDGET =
            Map.of("name", "research", "owner", "research", "amount", new BigDecimal("2500.5"), "period", "month");

    /** By the golden file's name. */
    static final Map<String, Event> ALL = Map.ofEntries(
            entry("pod.observed.v1", podFull()),
            entry(
                    "pod.observed.v1.least",
                    new PodObserved(
                            MAIN,
                            "7f3a9c",
                            AT,
                            PodState.GONE,
                            null,
                            "7f3a9c",
                            null,
                            0,
                            Tier.ON_DEMAND,
                            null,
                            null,
                            rate("0"),
                            rate("0"),
                            null,
                            Map.of())),
            entry(
                    "pod.observed.v1.changed",
                    new PodObserved(
                            MAIN,
                            "7f3a9c",
                            AT,
                            PodState.STOPPED,
                            START,
                            "vision-train-2",
                            RTX,
                            3000,
                            Tier.SPOT,
                            null,
                            null,
                            rate("0"),
                            rate("0.013888889"),
                            null,
                            Map.of(),
                            Instant.parse("2026-11-21T07:58:30Z"))),
            entry("poll.completed.v1", new PollCompleted(MAIN, AT, 17, 3, 4)),
            entry("poll.failed.v1", new PollFailed(MAIN, AT, "rate_limited", "429, asked to wait 12 s", 0, 4)),
            entry(
                    "job.recorded.v1",
                    new JobRecorded(
                            TRACE,
                            "app_41-8",
                            HOUR,
                            "app_41",
                            "ranking",
                            EVENING,
                            Instant.parse("2026-11-21T01:30:00.475Z"),
                            500,
                            "A10",
                            Tier.ON_PREM,
                            rate("1.89"),
                            Map.of("queue", "night"),
                            null,
                            null)),
            entry(
                    "job.recorded.v1.least",
                    new JobRecorded(
                            TRACE,
                            "app_41-8",
                            HOUR,
                            "app_41",
                            null,
                            EVENING,
                            EVENING,
                            0,
                            null,
                            Tier.ON_PREM,
                            null,
                            Map.of(),
                            null,
                            null)),
            entry("job.recorded.v1.shared", sharedJob()),
            entry(
                    "job.started.v1",
                    new JobStarted(
                            MAIN,
                            "7f3a9c",
                            "llm-88",
                            START,
                            "research",
                            "llm",
                            "cc-12",
                            1500,
                            Map.of("queue", "night"))),
            entry(
                    "job.started.v1.least",
                    new JobStarted(MAIN, "7f3a9c", "llm-88", START, "research", null, null, 1, Map.of())),
            entry(
                    "job.stopped.v1",
                    new JobStopped(MAIN, "7f3a9c", "llm-88", AT, true, new JobCounters(12L, 40_000L, null, 1L))),
            entry("job.stopped.v1.least", new JobStopped(MAIN, "7f3a9c", "llm-88", AT, false, null)),
            entry(
                    "bill.line.v1",
                    new BillLine(
                            MAIN,
                            "7f3a9c/2026-11-20",
                            AT,
                            "7f3a9c",
                            BillLine.Kind.USAGE,
                            EVENING,
                            HOUR,
                            money("7452000000000000"),
                            new GpuTime(new BigInteger("10800000000")),
                            RTX,
                            "a day of one pod")),
            entry(
                    "bill.line.v1.least",
                    new BillLine(
                            MAIN,
                            "credit-7",
                            AT,
                            null,
                            BillLine.Kind.CREDIT,
                            EVENING,
                            HOUR,
                            money("-3600000000000000"),
                            null,
                            null,
                            null)),
            entry(
                    "reconciled.v1",
                    new Reconciled(
                            MAIN,
                            "7f3a9c/2026-11-20",
                            AT,
                            "7f3a9c",
                            BillLine.Kind.USAGE,
                            "research",
                            EVENING,
                            HOUR,
                            money("7452000000000000"),
                            money("7000000000000000"),
                            new GpuTime(new BigInteger("10800000000")),
                            new GpuTime(new BigInteger("10800000000")),
                            Reconciled.Cause.PRICE_DIFFERED)),
            entry(
                    "account.observed.v1",
                    new AccountObserved(MAIN, AT, money("382439571994440000"), rate("2.077"), rate("80"))),
            entry("account.observed.v1.least", new AccountObserved(MAIN, AT, money("-1242000000000000"), null, null)),
            entry("prices.listed.v1", prices()),
            entry("posting.v1", posting()),
            entry("posting.v1.impulse", impulse()),
            entry("posting.v1.reconciled", reconciled()),
            entry(
                    "posting.v1.least",
                    new Posting(
                            Scope.account(MAIN),
                            new Cell("unattributed", null, null, MAIN, null, null, Tier.ON_DEMAND, Component.STORAGE),
                            POD,
                            "vision-train-2",
                            null,
                            null,
                            START,
                            null,
                            rate("-0.006944444"),
                            0,
                            0,
                            null,
                            false,
                            null,
                            PriceSource.NONE,
                            CAUSE)),
            entry(
                    "silence.v1",
                    new Silence(
                            "0b0c2d7e-1f7d-4a55-9a0a-6f4f3a3f0d11",
                            AT,
                            List.of(
                                    new Silence.Condition("owner", "ml-.*", true, true),
                                    new Silence.Condition("severity", "page", false, false)),
                            HOUR,
                            Instant.parse("2026-11-21T08:30:00Z"),
                            "ann",
                            "planned training",
                            Map.of("ticket", "FIN-7"))),
            entry(
                    "silence.v1.changed",
                    new Silence(
                            "0b0c2d7e-1f7d-4a55-9a0a-6f4f3a3f0d11",
                            AT,
                            List.of(
                                    new Silence.Condition("owner", "ml-.*", true, true),
                                    new Silence.Condition("severity", "page", false, false)),
                            HOUR,
                            Instant.parse("2026-11-21T08:30:00Z"),
                            "ann",
                            "planned training",
                            Map.of("ticket", "FIN-7"),
                            "bob")),
            entry("job.told.v1", told()),
            entry(
                    "job.told.v1.least",
                    new JobTold(
                            TRACE,
                            "app_41-8",
                            null,
                            AT,
                            "research",
                            null,
                            null,
                            START,
                            null,
                            JobTold.State.WAITING,
                            500,
                            1,
                            null,
                            null,
                            new JobTold.Spent(START, Money.ZERO, GpuTime.ZERO, GpuTime.ZERO, rate("0"), 0, 0),
                            null,
                            null)),
            entry("tick.v1", new Tick(MAIN, AT, true, 2, 4)),
            entry("hour.usage.v1", usage("llm", "ml", "eu-1", RTX)),
            entry("hour.usage.v1.least", usage(null, null, null, null)),
            entry("hour.usage.v1.allocated", allocated()),
            entry("hour.looks.v1", new HourLooks(looked(), HOUR, 12_345_000, 240_000, 2)),
            entry("day.measures.v1", measures()),
            entry("hours.closed.v1", new HoursClosed(AT, HOUR, 2, 4)),
            entry("letters.buried.v1", new LettersBuried(AT, HOUR, 17)),
            entry("letter.replayed.v1", new LetterReplayed("0-4711", AT, "pods.v1", 1, null)),
            entry("letter.replayed.v1.named", new LetterReplayed("0-4711", AT, "pods.v1", 1, "ann")),
            entry(
                    "config.command.v1",
                    new ConfigCommand(
                            "c-1",
                            AT,
                            "ada",
                            ManagedBy.REST,
                            false,
                            List.of(
                                    new ConfigCommand.Change(ConfigKind.BUDGET, "research", 7L, BUDGET, null),
                                    new ConfigCommand.Change(ConfigKind.RULE, "fast", null, null, true)))),
            entry(
                    "config.command.v1.least",
                    new ConfigCommand("c-2", AT, "gpu-ledger.yaml", ManagedBy.FILE, true, List.of())),
            entry(
                    "config.decided.v1",
                    new ConfigDecided(
                            "c-1",
                            AT,
                            "ada",
                            ManagedBy.REST,
                            8,
                            List.of(new ConfigDecided.Changed(
                                    ConfigKind.BUDGET, "research", "0123456789abcdef", "fedcba9876543210")),
                            List.of())),
            entry(
                    "config.decided.v1.refused",
                    new ConfigDecided(
                            "c-1",
                            AT,
                            "ada",
                            ManagedBy.REST,
                            8,
                            List.of(),
                            List.of(new ConfigDecided.Refusal(
                                    ConfigDecided.Reason.VERSION,
                                    ConfigKind.BUDGET,
                                    "research",
                                    8,
                                    "budget/research has version 8, not 7: somebody has changed it meanwhile")))),
            entry(
                    "config.changed.v1",
                    new ConfigChanged(ConfigKind.BUDGET, "research", 8, AT, "ada", ManagedBy.REST, BUDGET)),
            entry(
                    "config.changed.v1.deleted",
                    new ConfigChanged(ConfigKind.ASSUMED_PRICE, "NVIDIA L4", 9, AT, "ada", ManagedBy.REST, null)),
            entry("config.settled.v1", new ConfigSettled(8, AT)),
            entry("cost.window.v1", window()),
            entry(
                    "cost.window.v1.least",
                    new CostWindow(
                            "research",
                            "1m",
                            Instant.parse("2026-11-21T07:59:00Z"),
                            HOUR,
                            0,
                            Money.ZERO,
                            Map.of(),
                            GpuTime.ZERO,
                            GpuTime.ZERO,
                            null,
                            null,
                            null,
                            null)),
            entry("cost.window.v1.reconciled", reconciledWindow()),
            entry(
                    "burn.v1",
                    new Burn(
                            RESEARCH,
                            AT,
                            rate("2.076944444"),
                            Map.of("5m", rate("2.076944444"), "1h", rate("1.5")),
                            rate("0.208333333"),
                            Map.of("5m", new BigDecimal("9.969"), "1h", new BigDecimal("7.2")),
                            null,
                            null)),
            entry(
                    "burn.v1.expected",
                    new Burn(
                            Scope.ALL,
                            AT,
                            rate("2.5"),
                            Map.of("3d", rate("2")),
                            null,
                            Map.of(),
                            rate("1.25"),
                            Map.of("3d", new BigDecimal("1.6")))),
            entry("pod.told.v1", podTold(START, rate("2.07"))),
            entry("pod.told.v1.least", podTold(null, null)),
            entry("burn.v1.least", new Burn(RESEARCH, AT, rate("0"), Map.of(), null, Map.of(), null, null)),
            entry("crossing.v1", crossing()),
            entry(
                    "crossing.v1.least",
                    new Crossing(
                            "burn-fast",
                            INTERNS,
                            AT,
                            Crossing.State.RESOLVED,
                            HOUR,
                            Severity.TICKET,
                            "burn_multiple",
                            BigDecimal.ZERO,
                            new BigDecimal("4"),
                            "x",
                            List.of(),
                            null,
                            null,
                            null,
                            List.of(),
                            Map.of(),
                            "interns is back within plan",
                            null,
                            null,
                            null)),
            entry("crossing.v1.pod", crossingOf("pod_idle_minutes", POD, null)),
            entry("crossing.v1.budget", crossingOf("budget_hours", null, "interns-2026")),
            entry(
                    "alert.v1",
                    new Alert(
                            PRINT,
                            LABELS,
                            Map.of("summary", SAID),
                            AT,
                            START,
                            HOUR,
                            false,
                            "http://127.0.0.1:8102/v1/burn")),
            entry("alert.v1.least", new Alert(PRINT, LABELS, Map.of(), AT, START, null, false, null)),
            entry("notification.v1", notification()),
            entry(
                    "delivery.v1",
                    new Delivery(
                            NOTIFIED,
                            AT,
                            "pager",
                            "webhook",
                            0,
                            GROUP,
                            2,
                            Delivery.Outcome.GAVE_UP,
                            41,
                            "503 Service Unavailable")),
            entry(
                    "delivery.v1.least",
                    new Delivery(NOTIFIED, AT, "pager", "webhook", 0, GROUP, 2, Delivery.Outcome.DELIVERED, 1, null)),
            entry("receipt.v1", new Receipt(AT, "tickets", "jira", 0, PRINT, Receipt.State.OPEN, "FIN-24", NOTIFIED)),
            entry(
                    "receipt.v1.least",
                    new Receipt(AT, "tickets", "jira", 0, PRINT, Receipt.State.INTENDED, null, NOTIFIED)),
            entry(
                    "withheld.v1",
                    new Withheld(
                            PRINT,
                            AT,
                            "pager",
                            GROUP,
                            LABELS,
                            List.of(
                                    new Withheld.Reason(Withheld.Kind.INHIBITION, "c864212e574af69f"),
                                    new Withheld.Reason(Withheld.Kind.MUTE_TIME_INTERVAL, "nights"),
                                    new Withheld.Reason(Withheld.Kind.ACTIVE_TIME_INTERVAL, "office"),
                                    new Withheld.Reason(
                                            Withheld.Kind.SILENCE, "7f7a0b5e-4f8a-4c43-9d0e-0d8d6b5a4f11")))),
            entry("withheld.v1.released", new Withheld(PRINT, AT, "pager", GROUP, LABELS, List.of())),
            entry("action.command.v1", new ActionCommand(ACTION, AT, AT.plusSeconds(600), STOP)),
            entry("action.command.v1.least", new ActionCommand(ACTION, AT, AT, EVERY)),
            entry("action.told.v1", asked(STOP, "page", "interns-sweep-1", "names like web-* are exempt")),
            entry("action.told.v1.least", asked(EVERY, null, null, null)),
            entry(
                    "action.told.v1.pod",
                    new ActionTold(
                            ACTION,
                            AT,
                            ActionTold.Step.FAILED,
                            "pricing-service",
                            "status 403",
                            "7f3a9c",
                            EVERY,
                            null)),
            entry(
                    "withheld.v1.acknowledged",
                    new Withheld(
                            PRINT,
                            AT,
                            "pager",
                            GROUP,
                            LABELS,
                            List.of(new Withheld.Reason(Withheld.Kind.ACKNOWLEDGED, "ann")))),
            entry("notification.v1.acknowledged", acknowledgement()),
            entry(
                    "ack.command.v1",
                    new AckCommand(
                            COMMAND,
                            AT,
                            GROUP_ID,
                            AckCommand.Action.ACKNOWLEDGE,
                            "ann",
                            Via.CLI,
                            "on it",
                            Instant.parse("2026-11-21T10:00:00Z"))),
            entry(
                    "ack.command.v1.least",
                    new AckCommand(COMMAND, AT, GROUP_ID, AckCommand.Action.WITHDRAW, "ann", Via.REST, "", null)),
            entry("ack.v1", ack().ended(Ack.State.WITHDRAWN, HOUR, "another")),
            entry(
                    "ack.v1.least",
                    new Ack(
                            GROUP_ID,
                            AT,
                            COMMAND,
                            "pager",
                            GROUP,
                            Ack.State.ACKNOWLEDGED,
                            "ann",
                            Via.PAGERDUTY,
                            "",
                            null,
                            Set.of())),
            entry(
                    "audit.entry.v1",
                    new AuditEntry(
                            COMMAND,
                            AT,
                            "ann",
                            Via.REST,
                            AuditEntry.Action.SILENCE_UPDATE,
                            "0b0c2d7e-1f7d-4a55-9a0a-6f4f3a3f0d11",
                            Map.of("endsAt", "2026-11-21T08:30:00Z"),
                            Map.of("endsAt", "2026-11-21T09:30:00Z"),
                            AuditEntry.Outcome.DONE,
                            "planned training")),
            entry(
                    "audit.entry.v1.least",
                    new AuditEntry(
                            COMMAND,
                            AT,
                            "unknown",
                            Via.FILE,
                            AuditEntry.Action.ROUTING_RELOAD,
                            "routing",
                            null,
                            null,
                            AuditEntry.Outcome.REFUSED,
                            "")),
            entry(
                    "audit.entry.v1.action",
                    new AuditEntry(
                            COMMAND,
                            AT,
                            "ann",
                            Via.REST,
                            AuditEntry.Action.ACTION_APPROVE,
                            "3f1a9c2b7d5e8f60",
                            Map.of("state", "waiting"),
                            Map.of("state", "approved"),
                            AuditEntry.Outcome.DONE,
                            "nobody needs it")),
            entry(
                    "audit.entry.v1.letter",
                    new AuditEntry(
                            COMMAND,
                            AT,
                            "ann",
                            Via.REST,
                            AuditEntry.Action.LETTER_REPLAY,
                            "dead-letter/0-4711",
                            null,
                            Map.of("topic", "pods.v1", "times", 1),
                            AuditEntry.Outcome.DONE,
                            "")));

    private GoldenEvents() {}

    private static PodObserved podFull() {
        return new PodObserved(
                MAIN,
                "7f3a9c",
                AT,
                PodState.RUNNING,
                START,
                "vision-train-2",
                RTX,
                3000,
                Tier.SPOT,
                "EU-RO-1",
                rate("2.07"),
                rate("0.006944444"),
                rate("0.013888889"),
                97,
                Map.of("cloud", "secure", "image", "trainer:9"));
    }

    private static PricesListed prices() {
        return new PricesListed(
                "runpod",
                AT,
                List.of(
                        new PricesListed.Row(RTX, "RTX 4090", Tier.ON_DEMAND, "secure", rate("0.69"), 24),
                        new PricesListed.Row("NVIDIA L4", "NVIDIA L4", Tier.SPOT, null, rate("0.224"), null)));
    }

    private static Posting posting() {
        Cell cell = new Cell("research", "llm", "cc-12", MAIN, "EU-RO-1", RTX, Tier.SPOT, Component.COMPUTE);
        return new Posting(
                RESEARCH,
                cell,
                POD,
                "vision-train-2",
                null,
                null,
                START,
                null,
                rate("2.07"),
                3000,
                0,
                null,
                false,
                null,
                PriceSource.OBSERVED,
                CAUSE);
    }

    private static Posting reconciled() {
        Cell cell = new Cell("research", null, null, MAIN, null, RTX, Tier.SPOT, Component.COMPUTE);
        return new Posting(
                RESEARCH,
                cell,
                POD,
                "vision-train-2",
                null,
                null,
                START,
                AT,
                rate("2.07"),
                3000,
                0,
                null,
                null,
                true,
                PriceSource.OBSERVED,
                CAUSE);
    }

    private static Posting impulse() {
        Cell cell = new Cell("research", "llm", "cc-12", MAIN, "EU-RO-1", RTX, Tier.SPOT, Component.ADJUSTMENT);
        return new Posting(
                new Scope(Scope.Kind.COST_CENTRE, "cc-12"),
                cell,
                POD,
                "vision-train-2",
                Use.JOB,
                "llm-88",
                START,
                AT,
                rate("0"),
                0,
                0,
                money("-452000000000000"),
                true,
                null,
                PriceSource.BILLED,
                CAUSE);
    }

    private static JobTold told() {
        return new JobTold(
                MAIN,
                "llm-88",
                "7f3a9c",
                AT,
                "research",
                "llm",
                "cc-12",
                EVENING,
                HOUR,
                JobTold.State.STOPPED,
                1500,
                2,
                true,
                new JobCounters(12L, 40_000L, null, 1L),
                new JobTold.Spent(
                        HOUR,
                        money("7452000000000000"),
                        new GpuTime(new BigInteger("54000000000")),
                        GpuTime.ZERO,
                        rate("0"),
                        0,
                        0),
                "more than the pod's 3000 milli-GPUs",
                true);
    }

    private static JobRecorded sharedJob() {
        return new JobRecorded(
                MAIN,
                "llm-88",
                HOUR,
                "research",
                "llm",
                EVENING,
                HOUR,
                1500,
                null,
                Tier.ON_DEMAND,
                null,
                Map.of(),
                "7f3a9c",
                new JobCounters(null, null, 1_200_000L, 0L));
    }

    private static HourUsage usage(
            @Nullable String project, @Nullable String costCentre, @Nullable String cluster, @Nullable String sku) {
        return new HourUsage(
                "research",
                project,
                costCentre,
                MAIN,
                cluster,
                sku,
                Tier.SPOT,
                HOUR,
                1,
                GpuTime.of(2000, 3_600_000),
                Money.ofDollars("0.88"),
                null);
    }

    private static HourUsage allocated() {
        return new HourUsage(
                "research",
                null,
                null,
                MAIN,
                null,
                RTX,
                Tier.SPOT,
                HOUR,
                0,
                GpuTime.of(2000, 3_600_000),
                Money.ofDollars("0.88"),
                GpuTime.of(500, 3_600_000));
    }

    private static Cell looked() {
        return new Cell("research", "llm", null, MAIN, null, RTX, Tier.SPOT, Component.COMPUTE);
    }

    private static DayMeasures measures() {
        return new DayMeasures(
                RESEARCH,
                Instant.parse("2026-11-20T00:00:00Z"),
                Instant.parse("2026-11-21T00:00:00Z"),
                1,
                Map.of(
                        "costPerGpuHour",
                        Reading.of(new BigDecimal("0.690000001"), "USD/GPU-hour"),
                        "utilisation",
                        Reading.absent("%", "no utilisation was observed")));
    }

    private static CostWindow window() {
        return new CostWindow(
                "research",
                "1h",
                Instant.parse("2026-11-21T07:00:00Z"),
                HOUR,
                1,
                money("7476999998400000"),
                Map.of(Component.COMPUTE, money("7452000000000000"), Component.STORAGE, money("24999998400000")),
                new GpuTime(new BigInteger("10800000000")),
                GpuTime.ZERO,
                rate("0.692314815"),
                null,
                null,
                null);
    }

    private static CostWindow reconciledWindow() {
        return new CostWindow(
                "research",
                "1h",
                Instant.parse("2026-11-21T07:00:00Z"),
                HOUR,
                2,
                money("7488000000000000"),
                Map.of(Component.COMPUTE, money("7452000000000000"), Component.OVERHEAD, money("36000000000000")),
                new GpuTime(new BigInteger("10800000000")),
                GpuTime.ZERO,
                rate("0.69"),
                rate("0.693333333"),
                money("2484000000000000"),
                new GpuTime(new BigInteger("3600000000")));
    }

    private static Crossing crossing() {
        return new Crossing(
                "burn-fast",
                INTERNS,
                AT,
                Crossing.State.FIRING,
                HOUR,
                Severity.PAGE,
                "burn_multiple",
                new BigDecimal("9.315"),
                new BigDecimal("4"),
                "x",
                List.of("1h", "5m"),
                rate("20.7"),
                money("45000000000000000"),
                new BigDecimal("0.6"),
                List.of(
                        new Crossing.Contributor(
                                POD,
                                "interns-sweep-1",
                                RTX,
                                money("4968000000000000"),
                                new BigDecimal("0.4"),
                                null,
                                null),
                        new Crossing.Contributor(
                                "runpod/main/80bb21",
                                "interns-notes",
                                null,
                                money("3600000"),
                                BigDecimal.ZERO,
                                null,
                                null)),
                Map.of("team", "interns"),
                SAID,
                "https://runbooks.example/burn",
                null,
                null);
    }

    private static PodTold podTold(@Nullable Instant idleSince, @Nullable HourlyRate price) {
        boolean runs = price != null;
        return new PodTold(
                MAIN,
                "7f3a9c",
                AT,
                runs ? PodState.RUNNING : PodState.GONE,
                HOUR,
                idleSince,
                runs,
                runs ? "vision-train-2" : "7f3a9c",
                runs ? RTX : null,
                runs ? 3000 : 0,
                price,
                rate("0"),
                !runs);
    }

    private static Crossing crossingOf(String metric, @Nullable String resource, @Nullable String budget) {
        return new Crossing(
                metric,
                INTERNS,
                AT,
                Crossing.State.FIRING,
                AT,
                Severity.TICKET,
                metric,
                new BigDecimal("23"),
                new BigDecimal("24"),
                "hours",
                List.of(),
                null,
                null,
                null,
                List.of(),
                Map.of(),
                SAID,
                null,
                resource,
                budget);
    }

    private static Notification notification() {
        return new Notification(
                NOTIFIED,
                "b5566e9542ed613becbc71bc93a6d4f0704509bd5bff5ac2d0bb5f32e1542311",
                AT,
                "pager",
                "webhook",
                0,
                GROUP,
                2,
                Notification.Status.FIRING,
                "new alert",
                Map.of("account", "runpod/main", "owner", "interns"),
                LABELS,
                Map.of("summary", SAID),
                List.of(
                        new Notification.Told(
                                Notification.Status.FIRING,
                                PRINT,
                                LABELS,
                                Map.of("summary", SAID),
                                START,
                                null,
                                "http://127.0.0.1:8102/v1/burn"),
                        new Notification.Told(
                                Notification.Status.RESOLVED,
                                "00000000000000ff",
                                Map.of("alertname", "budget-100"),
                                Map.of(),
                                START,
                                HOUR,
                                null)),
                3,
                null);
    }

    private static ActionTold asked(
            ActionOrder order, @Nullable String severity, @Nullable String name, @Nullable String exempt) {
        return new ActionTold(
                ACTION,
                AT,
                ActionTold.Step.REQUESTED,
                "alert-service",
                null,
                null,
                order,
                new ActionTold.Terms(
                        "stopper",
                        0,
                        GROUP,
                        NOTIFIED,
                        List.of(PRINT),
                        severity,
                        name,
                        Instant.parse("2026-11-21T08:15:00Z"),
                        true,
                        Instant.parse("2026-11-22T08:00:00Z"),
                        exempt));
    }

    private static Notification acknowledgement() {
        return new Notification(
                NOTIFIED,
                "b5566e9542ed613becbc71bc93a6d4f0704509bd5bff5ac2d0bb5f32e1542311",
                AT,
                "pager",
                "pagerduty",
                0,
                GROUP,
                0,
                Notification.Status.FIRING,
                "acknowledged",
                Map.of("account", "runpod/main", "owner", "interns"),
                LABELS,
                Map.of(),
                List.of(),
                0,
                new Notification.Acknowledged("ann", AT, "on it"));
    }

    private static Ack ack() {
        return new Ack(
                GROUP_ID,
                AT,
                COMMAND,
                "pager",
                GROUP,
                Ack.State.ACKNOWLEDGED,
                "ann",
                Via.CLI,
                "on it",
                Instant.parse("2026-11-21T10:00:00Z"),
                Set.of(PRINT));
    }

    private static HourlyRate rate(String dollars) {
        return HourlyRate.ofDollars(dollars);
    }

    private static Money money(String units) {
        return new Money(new BigInteger(units));
    }
}
