package io.gpuledger.alert.flow;

import io.gpuledger.common.value.InvalidValue;
import java.nio.file.Path;

/**
 * Where an instance stands among others.
 *
 * @param stateFolder where Kafka Streams keeps its lock and checkpoints
 * @param advertised what it is called by the others, as {@code host:port}; the same for no two of them
 * @param copies how many other instances hold a copy of the desk's memory, where there are as many: they answer from it, and
 *     one of them takes over
 */
public record Place(Path stateFolder, String advertised, int copies) {

    /** The usual number: with two instances both answer. */
    public static final int COPIES_USUAL = 1;

    /** Each copy reads everything that is remembered, and is read on by its broker. */
    public static final int COPIES_MAX = 8;

    public Place {
        InvalidValue.unless(copies >= 1 && copies <= COPIES_MAX, "standby-replicas", "must be from 1 to " + COPIES_MAX);
        InvalidValue.unless(
                advertised.matches("[^\\s/]+:\\d{1,5}"), "advertised", "must be host:port, as others reach it");
    }
}
