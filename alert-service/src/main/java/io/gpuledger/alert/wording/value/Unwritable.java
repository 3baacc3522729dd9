package io.gpuledger.alert.wording.value;

/** A template that was read but cannot be written for what it is given. */
public final class Unwritable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unwritable(String rule) {
        super(rule);
    }
}
