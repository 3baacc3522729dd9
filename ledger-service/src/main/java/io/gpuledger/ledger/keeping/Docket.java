package io.gpuledger.ledger.keeping;

import io.gpuledger.common.config.resource.Resource;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigCommand;
import io.gpuledger.common.event.ConfigCommand.Change;
import io.gpuledger.common.event.ConfigDecided.Reason;
import io.gpuledger.common.event.ConfigDecided.Refusal;
import io.gpuledger.common.event.ManagedBy;
import io.gpuledger.common.value.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command's changes one by one against what is kept: what they come to, and what speaks against them. */
final class Docket {

    private final ConfigCommand command;
    private final long version;
    private final List<ConfigChanged> changes = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    Docket(ConfigCommand command, long version) {
        this.command = command;
        this.version = version;
    }

    List<ConfigChanged> changes() {
        return changes;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    void hear(Change change, @Nullable ConfigChanged kept) {
        ConfigChanged live = kept == null || kept.isDeleted() ? null : kept;
        if (change.expectedVersion() != null && change.expectedVersion() != versionOf(live)) {
            refuse(change, kept, Reason.VERSION, expected(change, live));
        } else if (isLeftAlone(change, kept)) {
            return;
        } else if (change.value() == null) {
            takeAway(change, live);
        } else {
            put(change, change.value(), live);
        }
    }

    /** What is shipped gives way to what somebody made, or took away, over REST. */
    private static boolean isLeftAlone(Change change, @Nullable ConfigChanged kept) {
        return change.shipped() != null && kept != null && kept.manager() == ManagedBy.REST;
    }

    private void takeAway(Change change, @Nullable ConfigChanged live) {
        if (live == null) {
            return;
        }
        if (isForeign(live)) {
            refuse(change, live, Reason.MANAGER, foreign(live));
        } else {
            delete(live);
        }
    }

    private void put(Change change, Map<String, Object> value, @Nullable ConfigChanged live) {
        try {
            Resource wanted = Resource.read(change.kind(), change.name(), value);
            boolean same = live != null && wanted.text().equals(text(live));
            if (live != null && isForeign(live) && !same) {
                refuse(change, live, Reason.MANAGER, foreign(live));
            } else if (live == null || !same || isTakenOver(change, live)) {
                changes.add(changed(wanted, managerOf(change)));
            }
        } catch (InvalidValue broken) {
            refuse(change, live, Reason.INVALID, broken.field() + " " + broken.rule());
        }
    }

    /** What the file says as well as REST is the file's from then on. */
    private boolean isTakenOver(Change change, ConfigChanged live) {
        return command.manager() == ManagedBy.FILE && live.manager() != managerOf(change);
    }

    private ManagedBy managerOf(Change change) {
        return change.shipped() != null ? ManagedBy.SHIPPED : command.manager();
    }

    private ConfigChanged changed(Resource wanted, ManagedBy manager) {
        return new ConfigChanged(
                wanted.kind(), wanted.name(), version, command.at(), command.by(), manager, wanted.form());
    }

    void delete(ConfigChanged live) {
        changes.add(new ConfigChanged(
                live.kind(), live.name(), version, command.at(), command.by(), command.manager(), null));
    }

    void refuse(Change change, @Nullable ConfigChanged kept, Reason reason, String detail) {
        long now = kept == null || kept.isDeleted() ? 0 : kept.version();
        refusals.add(new Refusal(reason, change.kind(), change.name(), now, change.key() + " " + detail));
    }

    /** The file's resources and those made over REST are each changed where they were made. */
    private boolean isForeign(ConfigChanged live) {
        return live.manager() != ManagedBy.SHIPPED
                && (live.manager() == ManagedBy.REST) != (command.manager() == ManagedBy.REST);
    }

    private String foreign(ConfigChanged live) {
        return "is managed by " + live.manager().word() + " (" + live.by() + "), and cannot be changed by "
                + command.manager().word() + " (" + command.by()
                + "): change it there, or give one of them another name";
    }

    private static String expected(Change change, @Nullable ConfigChanged live) {
        return live == null
                ? "does not exist, and version " + change.expectedVersion() + " of it was expected"
                : change.expectedVersion() != null && change.expectedVersion() == 0
                        ? "exists already, with version " + live.version()
                        : "has version " + live.version() + ", not " + change.expectedVersion()
                                + ": somebody has changed it meanwhile";
    }

    private static long versionOf(@Nullable ConfigChanged live) {
        return live == null ? 0 : live.version();
    }

    /** Nothing where an earlier version accepted what is refused by now. */
    private static String text(ConfigChanged live) {
        return Resource.inForce(live).map(Resource::text).orElse("");
    }
}
