package io.gpuledger.common.wire;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigCommand;
import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.event.ConfigSettled;
import io.gpuledger.common.event.CostWindow;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.DayMeasures;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.HourLooks;
import io.gpuledger.common.event.HourUsage;
import io.gpuledger.common.event.HoursClosed;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.JobStarted;
import io.gpuledger.common.event.JobStopped;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.LetterReplayed;
import io.gpuledger.common.event.LettersBuried;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.PollFailed;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.event.Receipt;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.event.Silence;
import io.gpuledger.common.event.Tick;
import io.gpuledger.common.event.Withheld;
import io.gpuledger.common.event.action.ActionCommand;
import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.common.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A CloudEvents type name, the record it is read into, and the topic it travels on. */
public record EventType(String name, Class<? extends Event> type, String topic) {

    /** Every event type there is; the reference of schemas and topics is tested against this list. */
    public static final List<EventType> ALL = List.of(
            new EventType("io.gpuledger.pod.observed.v1", PodObserved.class, Topics.PODS),
            new EventType("io.gpuledger.poll.completed.v1", PollCompleted.class, Topics.PODS),
            new EventType("io.gpuledger.poll.failed.v1", PollFailed.class, Topics.PODS),
            new EventType("io.gpuledger.job.recorded.v1", JobRecorded.class, Topics.PODS),
            new EventType("io.gpuledger.job.started.v1", JobStarted.class, Topics.PODS),
            new EventType("io.gpuledger.job.stopped.v1", JobStopped.class, Topics.PODS),
            new EventType("io.gpuledger.bill.line.v1", BillLine.class, Topics.BILLS),
            new EventType("io.gpuledger.account.observed.v1", AccountObserved.class, Topics.ACCOUNTS),
            new EventType("io.gpuledger.prices.listed.v1", PricesListed.class, Topics.PRICES),
            new EventType("io.gpuledger.posting.v1", Posting.class, Topics.POSTINGS),
            new EventType("io.gpuledger.tick.v1", Tick.class, Topics.POSTINGS),
            new EventType("io.gpuledger.reconciled.v1", Reconciled.class, Topics.POSTINGS),
            new EventType("io.gpuledger.hour.usage.v1", HourUsage.class, Topics.USAGE),
            new EventType("io.gpuledger.hour.looks.v1", HourLooks.class, Topics.USAGE),
            new EventType("io.gpuledger.hours.closed.v1", HoursClosed.class, Topics.USAGE),
            new EventType("io.gpuledger.letters.buried.v1", LettersBuried.class, Topics.POSTINGS),
            new EventType("io.gpuledger.job.told.v1", JobTold.class, Topics.POSTINGS),
            new EventType("io.gpuledger.pod.told.v1", PodTold.class, Topics.POSTINGS),
            new EventType("io.gpuledger.config.command.v1", ConfigCommand.class, Topics.CONFIG_COMMANDS),
            new EventType("io.gpuledger.config.decided.v1", ConfigDecided.class, Topics.CONFIG_DECISIONS),
            new EventType("io.gpuledger.config.changed.v1", ConfigChanged.class, Topics.CONFIG),
            new EventType("io.gpuledger.config.settled.v1", ConfigSettled.class, Topics.CONFIG),
            new EventType("io.gpuledger.cost.window.v1", CostWindow.class, Topics.COSTS),
            new EventType("io.gpuledger.day.measures.v1", DayMeasures.class, Topics.MEASURES),
            new EventType("io.gpuledger.burn.v1", Burn.class, Topics.BURN),
            new EventType("io.gpuledger.crossing.v1", Crossing.class, Topics.CROSSINGS),
            new EventType("io.gpuledger.alert.v1", Alert.class, Topics.ALERTS),
            new EventType("io.gpuledger.silence.v1", Silence.class, Topics.SILENCES),
            new EventType("io.gpuledger.ack.command.v1", AckCommand.class, Topics.ACK_COMMANDS),
            new EventType("io.gpuledger.ack.v1", Ack.class, Topics.ACKS),
            new EventType("io.gpuledger.audit.entry.v1", AuditEntry.class, Topics.AUDIT),
            new EventType("io.gpuledger.notification.v1", Notification.class, Topics.NOTIFICATIONS),
            new EventType("io.gpuledger.delivery.v1", Delivery.class, Topics.DELIVERIES),
            new EventType("io.gpuledger.receipt.v1", Receipt.class, Topics.RECEIPTS),
            new EventType("io.gpuledger.withheld.v1", Withheld.class, Topics.DECISIONS),
            new EventType("io.gpuledger.action.command.v1", ActionCommand.class, Topics.ACTION_COMMANDS),
            new EventType("io.gpuledger.action.told.v1", ActionTold.class, Topics.ACTIONS),
            new EventType("io.gpuledger.letter.replayed.v1", LetterReplayed.class, Topics.REPLAYS));

    private static final Map<String, EventType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));
    private static final Map<Class<?>, EventType> BY_CLASS =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::type, Function.identity()));

    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static EventType of(Event event) {
        EventType type = BY_CLASS.get(event.getClass());
        if (type == null) {
            throw new IllegalStateException(event.getClass() + " is not listed in EventType.ALL: add it there");
        }
        return type;
    }
}
