package io.gpuledger.ledger.intake;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.wire.EventSerde;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.NullUnmarked;

/**
 * Reads pods.v1. Most observations repeat the one before but for their instant and use: these are compared, not parsed.
 * Everything else, and everything that is odd, goes to the parser. Those that came in a bundle have been compared already.
 */
@NullUnmarked
public final class PodReader implements Deserializer<Event> {

    private final EventSerde<PodEvent> parser;
    private final Recogniser recogniser;
    private AccountRef account;

    public PodReader(EventSerde<PodEvent> parser) {
        this(parser, Templates.ofThisProcess());
    }

    PodReader(EventSerde<PodEvent> parser, Templates templates) {
        this.parser = parser;
        this.recogniser = new Recogniser(templates);
    }

    @Override
    public Event deserialize(String topic, byte[] data) {
        return parser.deserialize(topic, data);
    }

    @Override
    public Event deserialize(String topic, Headers headers, byte[] data) {
        Repeats bundle = Repeats.in(headers);
        if (bundle != null) {
            return bundle;
        }
        Repeat repeat = recogniser.repeat(headers, data);
        return repeat == null ? parsed(topic, headers, data) : repeat.event();
    }

    private PodEvent parsed(String topic, Headers headers, byte[] data) {
        PodEvent event = parser.deserialize(topic, headers, data);
        if (event instanceof PodObserved seen) {
            PodObserved read = ofOneAccount(seen);
            recogniser.keep(data, read);
            return read;
        }
        return event;
    }

    /** All pods of an account bear one object for it, so that whether two accounts are the same is a look at two references. */
    private PodObserved ofOneAccount(PodObserved seen) {
        if (!seen.account().equals(account)) {
            account = seen.account();
        }
        return seen.in(account);
    }
}
