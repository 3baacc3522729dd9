package io.gpuledger.alert.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Scope;
import java.net.URLEncoder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where people read on about a crossing: in the console, or where there is none at the ledger itself. Both take the same
 * parameters, so that a program finds the one from the other.
 *
 * @param ledger where people reach the ledger, without a slash at the end
 * @param console where they reach the console, likewise; empty for nowhere
 */
public record Links(String ledger, String console) {

    /** A crossing is explained by what was spent from so long before it fired. */
    private static final Duration BEFORE = Duration.ofHours(1);

    public Links {
        ledger = ledger.replaceAll("/+$", "");
        console = console.replaceAll("/+$", "");
    }

    public Links(String ledger) {
        this(ledger, "");
    }

    /** The cost behind it, taken apart. */
    String explanation(Crossing crossing) {
        String filter = crossing.resource() == null ? filter(crossing.scope()) : "&pod=" + text(crossing.resource());
        String page = console.isEmpty() ? ledger + "/v1/explain" : console + "/#/explain";
        return page + "?from=" + crossing.since().minus(BEFORE) + "&to=" + crossing.at() + filter;
    }

    /** The rule's own, else what is known of its metric. */
    String runbook(Crossing crossing) {
        @Nullable String own = crossing.runbook();
        return own == null || own.isBlank() ? ledger + "/v1/rules/runbooks/" + text(crossing.metric()) : own;
    }

    private static String filter(Scope scope) {
        return switch (scope.kind()) {
            case OWNER -> "&owner=" + text(scope.name());
            case PROJECT -> "&project=" + text(scope.name());
            case COST_CENTRE -> "&costCentre=" + text(scope.name());
            case ACCOUNT -> "&account=" + text(scope.name());
            case ALL -> "";
        };
    }

    private static String text(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
