package io.gpuledger.common.topic;

import java.util.Set;

/** The names of the topics. Their settings are in {@code topics.yaml}. */
public final class Topics {

    /** What sources say of pods and jobs, and the markers that end polls; keyed by pod. */
    public static final String PODS = "pods.v1";
    /** Balances; keyed as the books of the account are. */
    public static final String ACCOUNTS = "accounts.v1";
    /** Lines of providers' bills; keyed as the resource they are for. */
    public static final String BILLS = "bills.v1";
    /** Price lists, written to every partition; keyed by provider. */
    public static final String PRICES = "prices.v1";
    /** Steps of cost rates and ticks; keyed by scope. */
    public static final String POSTINGS = "postings.v1";
    /** What somebody wants changed of the configuration; one partition, because one place decides. */
    public static final String CONFIG_COMMANDS = "config-commands.v1";
    /** What came of it: the audit of the configuration; keyed by command. */
    public static final String CONFIG_DECISIONS = "config-decisions.v1";
    /** The configuration as it is, written to every partition; keyed by kind and name. */
    public static final String CONFIG = "config.v1";
    /** Closed windows of cost per owner, and their corrections. */
    public static final String COSTS = "costs.v1";
    /** What was used in each hour, by which overheads are shared; one partition, because one place shares. */
    public static final String USAGE = "usage.v1";
    /** What the measures M1 to M10 read for each day that closed, and corrections. */
    public static final String MEASURES = "measures.v1";
    /** The present burn of every scope. */
    public static final String BURN = "burn.v1";
    /** Rules that fired or cleared. */
    public static final String CROSSINGS = "crossings.v1";
    /** The state of every alert; one partition, because one place decides. */
    public static final String ALERTS = "alerts.v1";
    /** Who keeps which alerts quiet, and until when; one partition, as the alerts have. */
    public static final String SILENCES = "silences.v1";
    /** Who wants a group of alerts acknowledged, or no more; one partition, because one place decides. */
    public static final String ACK_COMMANDS = "ack-commands.v1";
    /** Who looks after which group of alerts; keyed by group. */
    public static final String ACKS = "acks.v1";
    /** Who changed a silence, an ack or the routing, and what came of it; keyed by what was changed. */
    public static final String AUDIT = "audit.v1";
    /** What was decided to be said; keyed by group. */
    public static final String NOTIFICATIONS = "notifications.v1";
    /** What came of it. */
    public static final String DELIVERIES = "deliveries.v1";
    /** What was made at receivers, to find it again: tickets and messages. */
    public static final String RECEIPTS = "receipts.v1";
    /** Who is kept quiet, by what; keyed by alert. */
    public static final String DECISIONS = "decisions.v1";
    /** What is to be done at providers; keyed by account. */
    public static final String ACTION_COMMANDS = "action-commands.v1";
    /** Every step of every action; one partition, as the alerts have. */
    public static final String ACTIONS = "actions.v1";
    /** What could not be used, with its reason. */
    public static final String DEAD_LETTERS = "dead-letters.v1";
    /** Which of them were written back to their topics. */
    public static final String REPLAYS = "replays.v1";

    /** All that the alert-service reads and writes: who runs it by itself needs no others. */
    public static final Set<String> ALERTING = Set.of(
            CROSSINGS,
            ALERTS,
            SILENCES,
            ACK_COMMANDS,
            ACKS,
            AUDIT,
            NOTIFICATIONS,
            DELIVERIES,
            RECEIPTS,
            DECISIONS,
            ACTIONS,
            ACTION_COMMANDS,
            DEAD_LETTERS);

    private Topics() {}
}
