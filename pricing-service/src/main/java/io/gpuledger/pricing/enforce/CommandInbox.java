package io.gpuledger.pricing.enforce;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.action.ActionCommand;
import io.gpuledger.common.inbox.Inbox;
import io.gpuledger.common.inbox.Lane;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/** action-commands.v1 -> the enforcer of each command's account. */
public final class CommandInbox implements Inbox.Owner<ActionCommand> {

    private static final int WAITING_MAX = 1_000;

    private final Map<AccountRef, Enforcer> enforcers;
    private final BiConsumer<String, Throwable> complaints;

    /**
     * @param enforcers of the accounts that are watched; the commands of others are others' business
     * @param complaints what went wrong, and why
     */
    public CommandInbox(Map<AccountRef, Enforcer> enforcers, BiConsumer<String, Throwable> complaints) {
        this.enforcers = Map.copyOf(enforcers);
        this.complaints = complaints;
    }

    public Inbox<ActionCommand> on(Supplier<Consumer<String, byte[]>> consumers) {
        return new Inbox<>(new EventSerde<>(ActionCommand.class, "/" + Enforcer.NAME), consumers, this);
    }

    @Override
    public String topic() {
        return Topics.ACTION_COMMANDS;
    }

    @Override
    public int waitingMax() {
        return WAITING_MAX;
    }

    @Override
    public Lane<ActionCommand> lane() {
        return new CommandLanes(enforcers, complaints);
    }

    @Override
    public void complain(String what, Throwable why) {
        complaints.accept(what, why);
    }
}
