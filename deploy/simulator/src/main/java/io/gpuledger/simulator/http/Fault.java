package io.gpuledger.simulator.http;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ways in which the provider has been seen to fail, by the name they are switched on with. */
public enum Fault {
    /** The key is not known. */
    UNAUTHORIZED("401"),
    /** The firewall in front of the provider turns the client away. */
    FORBIDDEN("403"),
    RATE_LIMITED("429"),
    /** The API is retired. */
    GONE("410"),
    SERVER_ERROR("500"),
    /** A gateway's HTML page. */
    BAD_GATEWAY("502"),
    /** GraphQL's own way: status 200, an error of the provider's, no account. */
    ERRORS("errors"),
    /** Status 200 and {@code Unauthorized}: a key without the right to see the account. */
    SCOPED_KEY("scoped-key"),
    /** Status 200, no error and no account either. */
    NULL_ACCOUNT("null-account"),
    NULL_PODS("null-pods"),
    STRING_PRICES("string-prices"),
    /** Bills are a tenth higher than what the prices told come to. */
    DEAR_BILLS("dear-bills"),
    /** Half a document. */
    MALFORMED("malformed"),
    SLOW("slow"),
    /** The connection is closed without an answer. */
    CUT("cut");

    private final String word;

    Fault(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<Fault> named(String word) {
        return Stream.of(values()).filter(fault -> fault.word.equals(word)).findFirst();
    }

    /** Every name, for a message. */
    public static String words() {
        return Stream.of(values()).map(Fault::word).collect(Collectors.joining(", "));
    }
}
