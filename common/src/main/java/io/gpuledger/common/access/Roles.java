package io.gpuledger.common.access;

import io.gpuledger.common.value.InvalidValue;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a principal may do, as words: annotations take nothing else. */
public final class Roles {

    /** Reads everything. */
    public static final String VIEWER = "viewer";

    /** Reads, and deals with alerts: silences, acks, approvals, reload. */
    public static final String OPERATOR = "operator";

    /** Posts events and alerts, and reads nothing. */
    public static final String SENDER = "sender";

    /** Everything, the configuration and dead letters too. */
    public static final String ADMIN = "admin";

    public static final List<String> ALL = List.of(VIEWER, OPERATOR, SENDER, ADMIN);

    private Roles() {}

    /** Those given, with what they contain. */
    public static Set<String> held(@Nullable Collection<String> given) {
        InvalidValue.unless(given != null && !given.isEmpty(), "roles", "needs at least one");
        Set<String> held = new TreeSet<>();
        for (@Nullable String role : given == null ? List.<String>of() : given) {
            InvalidValue.unless(role != null && ALL.contains(role), "roles", "must be of " + String.join(", ", ALL));
            held.addAll(contained(String.valueOf(role)));
        }
        return Set.copyOf(held);
    }

    private static List<String> contained(String role) {
        return switch (role) {
            case ADMIN -> ALL;
            case OPERATOR -> List.of(OPERATOR, VIEWER);
            default -> List.of(role);
        };
    }
}
