package io.gpuledger.ledger.topology;

import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.PollFailed;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/**
 * Stands before a processor: a record without a value, under another key than its event's, or in another partition than
 * it says, would be counted in the wrong place; what was observed in the future would hide what comes until then. It is
 * buried with its reason.
 */
@NullUnmarked
final class Guard<E extends Event> implements Processor<String, E, String, Object> {

    static final String NO_VALUE = "has no value";
    static final String WRONG_KEY = "the record's key is not that of its event";
    static final String WRONG_PARTITION = "partition is not the one the marker was written to";

    private final Processor<String, E, String, Object> guarded;
    private final String lettersSink;
    private ProcessorContext<String, Object> context;

    Guard(Processor<String, E, String, Object> guarded, String lettersSink) {
        this.guarded = guarded;
        this.lettersSink = lettersSink;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        guarded.init(context);
    }

    @Override
    public void process(Record<String, E> record) {
        String reason = reason(record);
        if (reason == null) {
            guarded.process(record);
        } else {
            context.forward(DeadLetter.of(record, reason, context), lettersSink);
        }
    }

    private String reason(Record<String, E> record) {
        E event = record.value();
        if (event == null) {
            return NO_VALUE;
        }
        if (!event.key().equals(record.key())) {
            return WRONG_KEY;
        }
        int here = context.taskId().partition();
        return switch (event) {
            case PollCompleted marker when marker.partition() != here -> WRONG_PARTITION;
            case PollFailed marker when marker.partition() != here -> WRONG_PARTITION;
            default -> Ahead.is(event, record) ? Ahead.RULE : null;
        };
    }

    @Override
    public void close() {
        guarded.close();
    }
}
