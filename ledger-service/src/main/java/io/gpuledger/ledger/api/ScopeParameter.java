package io.gpuledger.ledger.api;

import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.InvalidValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Kinds of scopes as they are written in a query. */
final class ScopeParameter {

    private ScopeParameter() {}

    static Scope.Kind kind(String word) {
        return Arrays.stream(Scope.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        "kind",
                        "must be one of "
                                + Arrays.stream(Scope.Kind.values())
                                        .map(Scope.Kind::word)
                                        .collect(Collectors.joining(", "))));
    }
}
