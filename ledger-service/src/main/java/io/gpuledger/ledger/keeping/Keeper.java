package io.gpuledger.ledger.keeping;

import io.gpuledger.common.config.Budget;
import io.gpuledger.common.config.Rule;
import io.gpuledger.common.config.resource.Resource;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigCommand;
import io.gpuledger.common.event.ConfigCommand.Change;
import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.event.ConfigDecided.Changed;
import io.gpuledger.common.event.ConfigDecided.Refusal;
import io.gpuledger.common.event.ConfigEntry;
import io.gpuledger.common.event.ConfigSettled;
import io.gpuledger.common.event.ManagedBy;
import io.gpuledger.common.value.InvalidValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// command -> decision, changes
public final class Keeper {

    /** So many resources there may be. */
    public static final int RESOURCES_MAX = 50_000;

    private final Shelf shelf;
    private long version;

    public Keeper(Shelf shelf) {
        this.shelf = shelf;
        this.version =
                shelf.all().stream().mapToLong(ConfigChanged::version).max().orElse(0);
    }

    /** All of it, or nothing and why. */
    public Verdict decide(ConfigCommand command) {
        Docket docket = new Docket(command, version + 1);
        Set<String> named = new HashSet<>();
        for (Change change : command.changes()) {
            if (named.add(change.key())) {
                docket.hear(change, shelf.of(change.key()));
            } else {
                docket.refuse(change, shelf.of(change.key()), ConfigDecided.Reason.INVALID, "is named twice");
            }
        }
        if (command.complete()) {
            shelf.all().stream()
                    .filter(kept -> kept.manager() != ManagedBy.REST && !kept.isDeleted())
                    .filter(kept -> !named.contains(kept.key()))
                    .forEach(docket::delete);
        }
        if (docket.refusals().isEmpty()) {
            checkTogether(command, docket);
        }
        return docket.refusals().isEmpty() ? accept(command, docket.changes()) : refuse(command, docket.refusals());
    }

    private Verdict accept(ConfigCommand command, Collection<ConfigChanged> changes) {
        List<Changed> audit = new ArrayList<>();
        List<ConfigEntry> told = new ArrayList<>();
        for (ConfigChanged change : changes) {
            audit.add(new Changed(change.kind(), change.name(), hash(shelf.of(change.key())), hash(change)));
            told.add(change);
            shelf.keep(change);
        }
        if (!told.isEmpty()) {
            version++;
            told.add(new ConfigSettled(version, command.at()));
        }
        return new Verdict(decided(command, audit, List.of()), told);
    }

    private Verdict refuse(ConfigCommand command, List<Refusal> refusals) {
        List<Refusal> first = refusals.subList(0, Math.min(refusals.size(), ConfigDecided.REFUSALS_MAX));
        return new Verdict(decided(command, List.of(), first), List.of());
    }

    private ConfigDecided decided(ConfigCommand command, List<Changed> changes, List<Refusal> refusals) {
        return new ConfigDecided(
                command.command(), command.at(), command.by(), command.manager(), version, changes, refusals);
    }

    /** Resources that are right one by one can be wrong together. */
    private void checkTogether(ConfigCommand command, Docket docket) {
        Map<String, ConfigChanged> all = new LinkedHashMap<>();
        shelf.all().forEach(kept -> all.put(kept.key(), kept));
        docket.changes().forEach(change -> all.put(change.key(), change));
        all.values().removeIf(ConfigChanged::isDeleted);
        try {
            InvalidValue.unless(all.size() <= RESOURCES_MAX, "resources", "must be at most " + RESOURCES_MAX);
            List<Budget> budgets = bodies(all.values(), Budget.class);
            all.values().removeIf(kept -> kept.manager() == ManagedBy.SHIPPED);
            bodies(all.values(), Rule.class).forEach(rule -> rule.check(budgets));
        } catch (InvalidValue broken) {
            if (command.changes().isEmpty()) {
                return; // what is taken away was right before
            }
            Change first = command.changes().getFirst();
            docket.refuse(
                    first, shelf.of(first.key()), ConfigDecided.Reason.INVALID, broken.field() + " " + broken.rule());
        }
    }

    private static <T> List<T> bodies(Collection<ConfigChanged> kept, Class<T> type) {
        return kept.stream()
                .map(Resource::inForce)
                .flatMap(Optional::stream)
                .map(Resource::body)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static @Nullable String hash(@Nullable ConfigChanged kept) {
        return kept == null ? null : Resource.inForce(kept).map(Resource::hash).orElse(null);
    }
}
