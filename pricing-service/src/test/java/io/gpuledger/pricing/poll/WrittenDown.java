package io.gpuledger.pricing.poll;

import io.gpuledger.common.event.Event;
import io.gpuledger.pricing.publish.DeadLetter;
import io.gpuledger.pricing.publish.OutgoingRecord;
import io.gpuledger.pricing.publish.Publisher;
import java.util.ArrayList;
import java.util.List;

/** A publisher that keeps what it is given in order, unless it is told to fail. */
final class WrittenDown implements Publisher {

    static final int PARTITIONS = 4;

    final List<OutgoingRecord> records = new ArrayList<>();
    final List<DeadLetter> buried = new ArrayList<>();
    boolean away;

    @Override
    public int podPartitions() {
        return PARTITIONS;
    }

    @Override
    public void publish(List<OutgoingRecord> batch) throws NotPublished {
        checkThere();
        records.addAll(batch);
    }

    @Override
    public void bury(DeadLetter letter) throws NotPublished {
        checkThere();
        buried.add(letter);
    }

    private void checkThere() throws NotPublished {
        if (away) {
            throw new NotPublished("Kafka is away", new IllegalStateException());
        }
    }

    <E extends Event> List<E> events(Class<E> type) {
        return records.stream()
                .map(OutgoingRecord::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
