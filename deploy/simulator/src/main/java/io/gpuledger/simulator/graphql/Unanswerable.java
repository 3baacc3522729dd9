package io.gpuledger.simulator.graphql;

/** A query that does not parse, or that asks for what does not exist; answered with status 400. */
public final class Unanswerable extends Exception {

    private final String code;

    private Unanswerable(String message, String code) {
        super(message);
        this.code = code;
    }

    static Unanswerable syntax(String token) {
        return new Unanswerable("Syntax Error: Unexpected \"" + token + "\".", "GRAPHQL_PARSE_FAILED");
    }

    static Unanswerable field(String name, String type) {
        return new Unanswerable(
                "Cannot query field \"" + name + "\" on type \"" + type + "\".", "GRAPHQL_VALIDATION_FAILED");
    }

    public String code() {
        return code;
    }
}
