package io.gpuledger.ledger.watch;

import io.gpuledger.common.event.Scope;
import org.jspecify.annotations.Nullable;

/** What a rule's state is kept for: a scope, or a pod or a budget of it. */
public record Subject(
        Scope scope, @Nullable String resource, @Nullable String budget) {

    /** Stands between a scope's key and its part; in no name, because it is a control character. */
    static final char PART = '\u0001';

    private static final String POD = "pod/";
    private static final String BUDGET = "budget/";

    static Subject of(Scope scope) {
        return new Subject(scope, null, null);
    }

    /** The part of a scope as its key names it. */
    static Subject ofPart(Scope scope, String part) {
        return part.startsWith(POD)
                ? new Subject(scope, part.substring(POD.length()), null)
                : new Subject(scope, null, part.substring(BUDGET.length()));
    }

    /** The subject of a key as {@link #key()} writes it. */
    static Subject ofKey(String key) {
        int part = key.indexOf(PART);
        return part < 0 ? of(Scope.ofKey(key)) : ofPart(Scope.ofKey(key.substring(0, part)), key.substring(part + 1));
    }

    /** Unlike that of any other. */
    public String key() {
        return scope.key()
                + (resource == null ? "" : PART + POD + resource)
                + (budget == null ? "" : PART + BUDGET + budget);
    }
}
