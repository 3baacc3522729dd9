package io.gpuledger.ledger.topology.keeper;

import io.gpuledger.common.event.ConfigCommand;
import io.gpuledger.common.event.ConfigEntry;
import io.gpuledger.common.event.Event;
import io.gpuledger.ledger.keeping.Keeper;
import io.gpuledger.ledger.keeping.Verdict;
import io.gpuledger.ledger.store.StoreNames;
import io.gpuledger.ledger.store.config.KeptConfig;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/// config-commands.v1 -> the one keeper -> config.v1, config-decisions.v1
@NullUnmarked
final class KeeperProcessor implements Processor<String, ConfigCommand, String, Event> {

    private final String listener;
    private ProcessorContext<String, Event> context;
    private Keeper keeper;

    KeeperProcessor(String listener) {
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<String, Event> context) {
        this.context = context;
        this.keeper = new Keeper(new KeptConfig(context.getStateStore(StoreNames.KEEPER_CONFIG)));
    }

    @Override
    public void process(Record<String, ConfigCommand> record) {
        if (record.value() == null) {
            return;
        }
        Verdict verdict = keeper.decide(record.value());
        for (ConfigEntry entry : verdict.told()) {
            say(entry, record.timestamp(), KeeperFlow.CONFIG_SINK);
            say(entry, record.timestamp(), listener);
        }
        say(verdict.decided(), record.timestamp(), KeeperFlow.DECISIONS_SINK);
    }

    private void say(Event event, long timestamp, String sink) {
        context.forward(new Record<>(event.key(), event, timestamp), sink);
    }
}
