package io.gpuledger.ledger.letters;

import io.gpuledger.common.value.InvalidValue;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which letters.
 *
 * @param topic the topic they came on
 * @param reason a part of their reason, in any case
 * @param from buried at or after
 * @param until buried before
 */
public record LetterFilter(
        @Nullable String topic,
        @Nullable String reason,
        @Nullable Instant from,
        @Nullable Instant until) {

    public LetterFilter {
        InvalidValue.unless(from == null || until == null || from.isBefore(until), "from", "must be before to");
    }

    /** In one line. */
    String text() {
        return Stream.of(
                        topic == null ? "" : "topic " + topic,
                        reason == null ? "" : "reason '" + reason + "'",
                        from == null ? "" : "from " + from,
                        until == null ? "" : "to " + until)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Whether it says what is wrong with the letters, so that it does not mean all there are. */
    public boolean namesTopicOrReason() {
        return (topic != null && !topic.isBlank()) || (reason != null && !reason.isBlank());
    }

    boolean takes(ConsumerRecord<?, ?> record) {
        return (from == null || !Letter.at(record).isBefore(from))
                && (until == null || Letter.at(record).isBefore(until))
                && (topic == null || topic.equals(Letter.topic(record.headers())))
                && (reason == null
                        || Letter.reason(record.headers())
                                .toLowerCase(Locale.ROOT)
                                .contains(reason.toLowerCase(Locale.ROOT)));
    }
}
