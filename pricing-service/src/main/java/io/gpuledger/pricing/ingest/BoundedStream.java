package io.gpuledger.pricing.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with an error when more is read than may be. */
final class BoundedStream extends FilterInputStream {

    private long left;

    BoundedStream(InputStream in, long bytesMax) {
        super(in);
        this.left = bytesMax;
    }

    /** More bytes than may be. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new Exceeded();
        }
    }
}
