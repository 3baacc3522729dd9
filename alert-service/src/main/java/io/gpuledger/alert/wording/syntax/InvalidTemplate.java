package io.gpuledger.alert.wording.syntax;

/** A template that cannot be read. */
public final class InvalidTemplate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    public InvalidTemplate(int line, String rule) {
        super(rule);
        this.line = line;
    }

    /** The line of the template, from 1. */
    public int line() {
        return line;
    }
}
