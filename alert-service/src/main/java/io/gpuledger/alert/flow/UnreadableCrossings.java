package io.gpuledger.alert.flow;

import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A crossing that cannot be made an alert is a dead letter, and the next one is read. A failure anywhere else is a bug of
 * ours and stops the flow: the desk must not go on with half a decision.
 */
public final class UnreadableCrossings implements ProcessingExceptionHandler {

    private final LogAndContinueProcessingExceptionHandler letters = new LogAndContinueProcessingExceptionHandler();

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception problem) {
        return AlertTopology.CROSSING_TO_ALERT.equals(context.processorNodeId())
                ? letters.handleError(context, record, problem)
                : Response.fail(List.of());
    }

    @Override
    public void configure(Map<String, ?> settings) {
        letters.configure(settings);
    }
}
