package io.gpuledger.common.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;

/** The rows of an answer bear the same few times: two that were written last are not made again. */
final class InstantWriter extends StdScalarSerializer<Instant> {
    private record Written(Instant at, String text) {}

    private Written last = new Written(Instant.EPOCH, Instant.EPOCH.toString());
    private Written lastButOne = last;

    InstantWriter() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant at, JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeString(text(at));
    }

    private String text(Instant at) {
        Written one = last;
        if (one.at.equals(at)) {
            return one.text;
        }
        Written other = lastButOne;
        if (other.at.equals(at)) {
            return other.text;
        }
        Written written = new Written(at, at.toString());
        lastButOne = one;
        last = written;
        return written.text;
    }
}
