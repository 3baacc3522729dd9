package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter was written back to its topic, in the same transaction as this.
 *
 * @param letter its id, {@code PARTITION-OFFSET} of {@code dead-letters.v1}
 * @param at when
 * @param topic where it was written to
 * @param times how often by now, this time included
 * @param by who did it, as far as it is known; absent in records of before it was written down
 */
public record LetterReplayed(
        String letter,
        Instant at,
        String topic,
        int times,
        @Nullable String by) implements Event {

    public LetterReplayed {
        letter = Limits.name("letter", letter);
        at = Limits.instant("at", at);
        topic = Limits.name("topic", topic);
        InvalidValue.unless(times > 0, "times", "must be positive");
        by = Limits.optionalName("by", by);
    }

    @Override
    @JsonIgnore
    public String id() {
        return letter + "/replay#" + times;
    }

    @Override
    @JsonIgnore
    public String key() {
        return letter;
    }
}
