package io.gpuledger.cli.service;

/** It was not done; the message says why in one line. */
public final class Refused extends Exception {

    /** Whose turn it is, which is the exit code. */
    private enum Why {
        FAILED(1),
        NOBODY_THERE(1),
        BAD_INPUT(2),
        CONFLICT(3);

        private final int exitCode;

        Why(int exitCode) {
            this.exitCode = exitCode;
        }
    }

    private final Why why;

    private Refused(String message, Why why) {
        super(message);
        this.why = why;
    }

    /** What was typed, or a file, is wrong. */
    public static Refused badInput(String message) {
        return new Refused(message, Why.BAD_INPUT);
    }

    /** Somebody else changed it meanwhile, or it is changed in another place. */
    public static Refused conflict(String message) {
        return new Refused(message, Why.CONFLICT);
    }

    /** A service or the disk does not do its part; the same command may work later. */
    public static Refused unanswered(String message) {
        return new Refused(message, Why.FAILED);
    }

    static Refused nobodyThere(String message) {
        return new Refused(message, Why.NOBODY_THERE);
    }

    /** @param status of the answer */
    public static Refused answered(int status, String message) {
        boolean isInput = status == 400 || status == 404 || Answered.wantsToken(status);
        return isInput ? badInput(message) : unanswered(message);
    }

    public boolean isNobodyThere() {
        return why == Why.NOBODY_THERE;
    }

    /** Whether the same may work later. */
    public boolean isPassing() {
        return why.exitCode == Why.FAILED.exitCode;
    }

    public int exitCode() {
        return why.exitCode;
    }
}
