package io.gpuledger.alert.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Scope;
import java.net.URLEncoder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where people read on about a crossing: at the ledger.
 *
 * @param ledger where people reach the ledger, without a slash at the end
 */
public record Links(String ledger) {

    /** A crossing is explained by what was spent from so long before it fired. */
    private static final Duration BEFORE = Duration.ofHours(1);

    public Links {
        ledger = ledger.replaceAll("/+$", "");
    }

    /** The cost behind it, taken apart. */
    String explanation(Crossing crossing) {
        String filter = crossing.resource() == null ? filter(crossing.scope()) : "&pod=" + text(crossing.resource());
        return ledger + "/v1/explain?from=" + crossing.since().minus(BEFORE) + "&to=" + crossing.at() + filter;
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
