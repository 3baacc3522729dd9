package io.gpuledger.alert.flow;

import io.gpuledger.alert.alert.CrossingReader;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Crossing;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/** crossing -> alert. The desk reads what is committed. */
@NullUnmarked
final class CrossingProcessor implements Processor<String, Crossing, String, Alert> {

    /** Where it stands in the flow. */
    static final String NODE = "crossing-to-alert";

    private final CrossingReader reader;
    private ProcessorContext<String, Alert> context;
    private Soon soon;

    CrossingProcessor(CrossingReader reader) {
        this.reader = reader;
    }

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        this.context = context;
        this.soon = new Soon(context);
    }

    @Override
    public void process(Record<String, Crossing> record) {
        if (record.value() == null) {
            return;
        }
        Alert alert = reader.alertOf(record.value());
        context.forward(record.withKey(alert.fingerprint()).withValue(alert));
        soon.commit();
    }

    /**
     * A crossing that cannot be made an alert is a dead letter, and the next one is read. A failure anywhere else is a bug of
     * ours and stops the flow: the desk must not go on with half a decision.
     */
    public static final class Unreadable implements ProcessingExceptionHandler {

        private final LogAndContinueProcessingExceptionHandler letters = new LogAndContinueProcessingExceptionHandler();

        @Override
        public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception problem) {
            return NODE.equals(context.processorNodeId())
                    ? letters.handleError(context, record, problem)
                    : Response.fail(List.of());
        }

        @Override
        public void configure(Map<String, ?> settings) {
            letters.configure(settings);
        }
    }
}
