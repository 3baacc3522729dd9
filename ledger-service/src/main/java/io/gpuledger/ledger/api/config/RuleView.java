package io.gpuledger.ledger.api.config;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.ledger.query.RuleStanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule and where it stands.
 *
 * @param state {@code firing} where it fires for anything, {@code pending} where it is about to, else {@code ok}; absent where
 *     none of the books can be read at the moment
 * @param standings for what it is pending or fires, since when, and what was told
 */
public record RuleView(
        @JsonUnwrapped ConfigChanged resource,
        @Nullable String state,
        @Nullable List<RuleStanding> standings) {

    static RuleView of(ConfigChanged rule, @Nullable List<RuleStanding> known) {
        if (known == null) {
            return new RuleView(rule, null, null);
        }
        List<RuleStanding> own = known.stream()
                .filter(standing -> standing.rule().equals(rule.name()))
                .toList();
        return new RuleView(rule, state(own), own);
    }

    private static String state(List<RuleStanding> standings) {
        if (standings.isEmpty()) {
            return "ok";
        }
        return standings.stream().anyMatch(standing -> standing.state() == RuleStanding.State.FIRING)
                ? "firing"
                : "pending";
    }
}
