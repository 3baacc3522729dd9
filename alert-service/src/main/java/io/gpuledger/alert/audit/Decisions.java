package io.gpuledger.alert.audit;

import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.AuditEntry.Action;
import io.gpuledger.common.event.AuditEntry.Outcome;
import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.event.ConfigDecided.Changed;
import io.gpuledger.common.event.ConfigDecided.Refusal;
import io.gpuledger.common.event.ConfigKind;
import io.gpuledger.common.event.ManagedBy;
import io.gpuledger.common.event.Via;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** a decision on the configuration -> an entry for each resource that was, or was not to be, changed */
final class Decisions {

    private Decisions() {}

    /** Of a command that changed nothing there is none: the file is applied anew at each start. */
    static List<AuditEntry> entries(ConfigDecided decided) {
        return Stream.concat(
                        decided.changes().stream().map(each -> changed(decided, each)),
                        decided.refusals().stream().map(each -> refused(decided, each)))
                .toList();
    }

    private static AuditEntry changed(ConfigDecided decided, Changed change) {
        return new AuditEntry(
                id(decided, change.kind(), change.name()),
                decided.at(),
                decided.by(),
                via(decided),
                Action.CONFIG_CHANGE,
                object(change.kind(), change.name()),
                seen(change.before()),
                seen(change.after()),
                Outcome.DONE,
                "version " + decided.version());
    }

    private static AuditEntry refused(ConfigDecided decided, Refusal refusal) {
        return new AuditEntry(
                id(decided, refusal.kind(), refusal.name()),
                decided.at(),
                decided.by(),
                via(decided),
                Action.CONFIG_CHANGE,
                object(refusal.kind(), refusal.name()),
                null,
                null,
                Outcome.REFUSED,
                refusal.reason().name().toLowerCase(Locale.ROOT) + ": " + refusal.detail());
    }

    private static String id(ConfigDecided decided, ConfigKind kind, String name) {
        return decided.command() + "/" + object(kind, name);
    }

    private static Via via(ConfigDecided decided) {
        return decided.manager() == ManagedBy.REST ? Via.REST : Via.FILE;
    }

    private static String object(ConfigKind kind, String name) {
        return kind.word() + "/" + name;
    }

    /** Of a resource its hash, not what is in it. */
    private static @Nullable Map<String, Object> seen(@Nullable String hash) {
        return hash == null ? null : Map.of("sha256", hash);
    }
}
