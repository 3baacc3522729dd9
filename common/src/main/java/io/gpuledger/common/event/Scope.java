package io.gpuledger.common.event;

import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose money a number is about. Its key, such as {@code owner/research} or {@code account/runpod/main}, decides the
 * partition its books live in.
 */
public record Scope(Kind kind, String name) {

    /** What a scope can be; each posting stands once in the books of each scope it belongs to. */
    public enum Kind {
        OWNER("owner"),
        ACCOUNT("account"),
        PROJECT("project"),
        COST_CENTRE("cost-centre"),
        /** Everything there is; its only name is {@code all}. */
        ALL("all");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public static final Scope ALL = new Scope(Kind.ALL, "all");

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

    /** Every scope that what stands in a cell belongs to: owner, account, all, and project and cost centre where it has them. */
    public static List<Scope> of(Cell cell) {
        List<Scope> scopes = new ArrayList<>(List.of(owner(cell.owner()), account(cell.account()), ALL));
        if (cell.project() != null) {
            scopes.add(new Scope(Kind.PROJECT, cell.project()));
        }
        if (cell.costCentre() != null) {
            scopes.add(new Scope(Kind.COST_CENTRE, cell.costCentre()));
        }
        return scopes;
    }

    /** The scope of a key as {@link #key()} writes it. */
    public static Scope ofKey(String key) {
        int slash = key.indexOf('/');
        for (Kind kind : Kind.values()) {
            if (slash > 0 && key.substring(0, slash).equals(kind.word)) {
                return new Scope(kind, key.substring(slash + 1));
            }
        }
        throw new InvalidValue(
                "scope", "must be owner/NAME, account/PROVIDER/NAME, project/NAME, cost-centre/NAME or all/all");
    }

    public String key() {
        return kind.word + "/" + name;
    }

    @Override
    public String toString() {
        return key();
    }
}
