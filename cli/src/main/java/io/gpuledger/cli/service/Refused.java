package io.gpuledger.cli.service;

/** It was not done; the message says why in one line. */
public final class Refused extends Exception {

    private final boolean badInput;

    private Refused(String message, boolean badInput) {
        super(message);
        this.badInput = badInput;
    }

    public static Refused badInput(String message) {
        return new Refused(message, true);
    }

    static Refused unanswered(String message) {
        return new Refused(message, false);
    }

    /** @param status of the answer */
    static Refused answered(int status, String message) {
        return new Refused(message, status == 400 || status == 404 || Answered.wantsToken(status));
    }

    /** Whether it is for the caller to ask otherwise. */
    boolean isBadInput() {
        return badInput;
    }
}
