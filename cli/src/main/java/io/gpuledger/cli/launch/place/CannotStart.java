package io.gpuledger.cli.launch.place;

/** Why nothing was started; the message is one line that says what to do. */
public final class CannotStart extends Exception {

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
