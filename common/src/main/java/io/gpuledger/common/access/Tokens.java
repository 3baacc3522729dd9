package io.gpuledger.common.access;

import io.gpuledger.common.value.InvalidValue;
import java.util.List;
import java.util.Optional;

/** The principals of a tokens file, to be found by their tokens. */
public final class Tokens {

    /** What is shorter can be guessed. */
    public static final int TOKEN_CHARS_MIN = 20;

    /** What is longer is no token. */
    public static final int TOKEN_CHARS_MAX = 512;

    public static final int PRINCIPALS_MAX = 1_000;

    /** Opens for nobody. */
    public static final Tokens NONE = new Tokens(List.of());

    /** A principal and what it shows. */
    record Known(Principal principal, TokenHash hash) {}

    private final List<Known> known;

    Tokens(List<Known> known) {
        this.known = List.copyOf(known);
    }

    /** Whose token it is. Looks at every principal, so that the time it takes says nothing. */
    public Optional<Principal> holder(String token) {
        if (token.length() > TOKEN_CHARS_MAX) {
            return Optional.empty();
        }
        TokenHash shown = TokenHash.of(token);
        Principal holder = null;
        for (Known each : known) {
            if (each.hash().matches(shown)) {
                holder = each.principal();
            }
        }
        return Optional.ofNullable(holder);
    }

    public List<Principal> principals() {
        return known.stream().map(Known::principal).toList();
    }

    /** A token must be long enough, and something that a header can carry. */
    static String check(String owner, String token) {
        InvalidValue.unless(
                token.length() >= TOKEN_CHARS_MIN && token.length() <= TOKEN_CHARS_MAX,
                "token",
                "of '" + owner + "' must have " + TOKEN_CHARS_MIN + " to " + TOKEN_CHARS_MAX + " characters");
        InvalidValue.unless(
                token.chars().allMatch(c -> c > ' ' && c < 0x7f),
                "token",
                "of '" + owner + "' must be of plain characters without blanks");
        return token;
    }
}
