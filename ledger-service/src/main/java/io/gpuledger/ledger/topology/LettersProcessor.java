package io.gpuledger.ledger.topology;

import io.gpuledger.common.event.LettersBuried;
import io.gpuledger.common.value.Limits;
import io.gpuledger.ledger.store.BuriedLetters;
import io.gpuledger.ledger.store.StoreNames;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/// dead-letters.v1 -> how many in each minute of their topic's own time -> postings.v1
@NullUnmarked
final class LettersProcessor implements Processor<byte[], byte[], String, Object> {

    /** So many in a minute are told one by one; then each thousandth tells for all. */
    private static final long EXACT_MAX = 1_000;

    private ProcessorContext<String, Object> context;
    private BuriedLetters letters;

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.letters = new BuriedLetters(context.getStateStore(StoreNames.LETTER_MINUTES));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        long at = Math.clamp(record.timestamp(), 0, Limits.LATEST.toEpochMilli() - 1);
        long count = letters.oneMore(at);
        if (count <= EXACT_MAX || count % EXACT_MAX == 0) {
            LettersBuried buried =
                    new LettersBuried(Instant.ofEpochMilli(at), Instant.ofEpochMilli(LettersBuried.minute(at)), count);
            context.forward(new Record<>(buried.key(), buried, record.timestamp()));
        }
    }
}
