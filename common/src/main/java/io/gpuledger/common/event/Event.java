package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/** Something that happened, and when. Two events of one id are one event. */
public interface Event {

    /** When it happened; not when it was written. */
    Instant at();

    /** Unique within its source, and the same again when the same thing is told twice. */
    @JsonIgnore
    String id();

    /** The Kafka record key: events of one key keep their order. */
    @JsonIgnore
    String key();
}
