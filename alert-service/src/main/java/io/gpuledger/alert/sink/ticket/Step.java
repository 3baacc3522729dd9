package io.gpuledger.alert.sink.ticket;

import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Reply;

/** What came of one step at a tracker: a value, or an answer that ends the attempt. */
public sealed interface Step<T> {

    record Done<T>(T value) implements Step<T> {}

    record Ended<T>(Answer answer) implements Step<T> {}

    static <T> Step<T> of(Reply reply, T value) {
        return reply.isDelivered() ? new Done<>(value) : new Ended<>(reply.answer());
    }
}
