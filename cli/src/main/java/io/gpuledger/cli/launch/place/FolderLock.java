package io.gpuledger.cli.launch.place;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** Only one system lives in a folder at a time; the lock ends with the process that holds it, however it ends. */
public final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @param advice what to do where another system lives there */
    public static FolderLock take(HomeFolder folder, String advice) throws CannotStart {
        try {
            FileChannel channel =
                    FileChannel.open(folder.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw new CannotStart("already running in " + folder.root() + ": " + advice);
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new CannotStart("the folder " + folder.root() + " cannot be locked: " + e.getMessage(), e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("the lock cannot be released", e);
        }
    }
}
