package io.gpuledger.cli.launch.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What a process wrote. Grown beyond {@value #BYTES_MAX} bytes it is put aside at the next start. */
public record LogFile(Path file) {

    private static final long BYTES_MAX = 20_000_000;
    private static final int TAIL_BYTES_MAX = 256 * 1024;

    void putAsideWhenLarge() throws IOException {
        if (Files.exists(file) && Files.size(file) > BYTES_MAX) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    public long size() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The last lines, at most so many. */
    public List<String> tail(int lines) {
        long size = size();
        List<String> read = since(Math.max(0, size - TAIL_BYTES_MAX)).lines().toList();
        return read.subList(Math.max(0, read.size() - lines), read.size());
    }

    /** What was written from this place on; everything where the file is shorter by now. */
    public String since(long offset) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long from = offset > in.length() ? 0 : offset;
            byte[] bytes = new byte[(int) Math.min(in.length() - from, Integer.MAX_VALUE - 8)];
            in.seek(from);
            in.readFully(bytes);
            return new String(bytes, UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
