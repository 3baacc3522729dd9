package io.gpuledger.cli.jobs;

/** Why nothing, or nothing more, is imported; the message is one line that says what to do. */
public final class CannotImport extends Exception {

    private final boolean othersFault;

    private CannotImport(String message, boolean othersFault) {
        super(message);
        this.othersFault = othersFault;
    }

    /** What was typed, or the file, is wrong. */
    public static CannotImport badInput(String message) {
        return new CannotImport(message, false);
    }

    /** A service or the disk does not do its part; the same command may work later. */
    public static CannotImport notTaken(String message) {
        return new CannotImport(message, true);
    }

    public boolean isOthersFault() {
        return othersFault;
    }
}
