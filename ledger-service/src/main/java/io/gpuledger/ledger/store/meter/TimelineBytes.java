package io.gpuledger.ledger.store.meter;

import io.gpuledger.ledger.store.JsonSerde;
import io.gpuledger.ledger.timeline.Pod;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.NullUnmarked;

/** Pods as state: the format, and the pod in it. All of a timeline is read and written with each change, so it is small. */
@NullUnmarked
public final class TimelineBytes {

    static final byte FORMAT = 1;
    static final int ESTIMATED = 1;
    static final int RECONCILED = 2;

    /** State was JSON before. */
    private static final byte JSON = '{';

    private static final Serde<Pod> AS_JSON = JsonSerde.of(Pod.class);

    private TimelineBytes() {}

    public static Serde<Pod> serde() {
        return Serdes.serdeFrom(
                (topic, pod) -> pod == null ? null : new TimelineWriter().written(pod),
                (topic, bytes) -> bytes == null ? null : read(bytes));
    }

    private static Pod read(byte[] bytes) {
        byte format = bytes[0];
        if (format == JSON) {
            return AS_JSON.deserializer().deserialize("", bytes);
        }
        if (format != FORMAT) {
            throw new SerializationException("a pod is kept in format " + format + ", which is not known here");
        }
        try {
            return new TimelineReader(ByteBuffer.wrap(bytes, 1, bytes.length - 1)).pod();
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | ArithmeticException
                | IndexOutOfBoundsException e) {
            throw new SerializationException("cannot read the state of a pod", e);
        }
    }
}
