package io.gpuledger.cli.config;

/** Why nothing was changed; the message is one line. */
public final class CannotApply extends Exception {

    private final int exitCode;

    private CannotApply(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** A service does not do its part; the same command may work later. */
    public static CannotApply unanswered(String message) {
        return new CannotApply(message, 1);
    }

    /** What was typed, or the file, is wrong. */
    public static CannotApply badInput(String message) {
        return new CannotApply(message, 2);
    }

    /** Somebody else changed it meanwhile, or it is changed in another place. */
    public static CannotApply conflict(String message) {
        return new CannotApply(message, 3);
    }

    public int exitCode() {
        return exitCode;
    }
}
