package io.gpuledger.alert.sink;

import io.gpuledger.alert.settings.Fields;

/** A kind of receiver: reads its settings. It stands in one table, {@code sink.known.SinkKinds}. */
public interface SinkKind {

    /** As in notifications and metrics; {@code NAME_configs} is its list in the routing file. */
    String name();

    /** Takes the fields it knows; the caller refuses the rest. */
    SinkSettings read(Fields fields);
}
