package io.gpuledger.alert.wording;

import io.gpuledger.alert.wording.value.Unwritable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that can be seen at a place. */
final class Scope {

    private final @Nullable Scope outer;
    private final Map<String, @Nullable Object> variables = new HashMap<>();

    private Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    /** Of a template: {@code $} is what it is written for. */
    static Scope of(@Nullable Object subject) {
        Scope scope = new Scope(null);
        scope.declare("$", subject);
        return scope;
    }

    Scope inner() {
        return new Scope(this);
    }

    void declare(String name, @Nullable Object value) {
        variables.put(name, value);
    }

    void set(String name, @Nullable Object value) {
        holder(name).variables.put(name, value);
    }

    @Nullable Object get(String name) {
        return holder(name).variables.get(name);
    }

    private Scope holder(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.variables.containsKey(name)) {
                return scope;
            }
        }
        throw new Unwritable("undefined variable " + name);
    }
}
