package io.gpuledger.alert.flow;

import io.gpuledger.alert.alert.CrossingReader;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Crossing;
import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/** crossing -> alert. The desk reads what is committed, so it is committed soon; several that come together at once. */
@NullUnmarked
final class CrossingProcessor implements Processor<String, Crossing, String, Alert> {

    private static final Duration COMMITTED_AFTER = Duration.ofMillis(5);

    private final CrossingReader reader;
    private ProcessorContext<String, Alert> context;
    private Cancellable asked;

    CrossingProcessor(CrossingReader reader) {
        this.reader = reader;
    }

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, Crossing> record) {
        if (record.value() == null) {
            return;
        }
        Alert alert = reader.alertOf(record.value());
        context.forward(record.withKey(alert.fingerprint()).withValue(alert));
        if (asked == null) {
            asked = context.schedule(COMMITTED_AFTER, PunctuationType.WALL_CLOCK_TIME, any -> commit());
        }
    }

    private void commit() {
        asked.cancel();
        asked = null;
        context.commit();
    }
}
