package io.gpuledger.common.event;

import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;

/** Whose money a number is about: an owner's or an account's. Its key decides the partition its books live in. */
public record Scope(Kind kind, String name) {

    /** What a scope can be. */
    public enum Kind {
        OWNER,
        ACCOUNT
    }

    public Scope {
        InvalidValue.unless(kind != null, "scope.kind", "is required");
        name = Limits.name("scope.name", name);
    }

    public static Scope owner(String name) {
        return new Scope(Kind.OWNER, name);
    }

    public static Scope account(AccountRef account) {
        return new Scope(Kind.ACCOUNT, account.toString());
    }

    public String key() {
        return (kind == Kind.OWNER ? "owner/" : "account/") + name;
    }

    @Override
    public String toString() {
        return key();
    }
}
