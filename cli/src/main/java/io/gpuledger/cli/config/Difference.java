package io.gpuledger.cli.config;

import io.gpuledger.cli.service.Refused;
import io.gpuledger.common.config.resource.Resource;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigCommand.Change;
import io.gpuledger.common.event.ConfigKind;
import io.gpuledger.common.event.ManagedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What has to change so that the configuration in force is what a file says. */
public final class Difference {

    /** One resource before and after; one of the two may be absent. */
    record Step(
            ConfigKind kind,
            String name,
            @Nullable ConfigChanged before,
            @Nullable Resource after) {

        String key() {
            return kind.isSingle() ? kind.word() : ConfigChanged.key(kind, name);
        }

        Change change() {
            return new Change(
                    kind, name, before == null ? 0L : before.version(), after == null ? null : after.form(), null);
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private int unchanged;

    private Difference() {}

    public static Difference between(List<ConfigChanged> inForce, WantedFile wanted) {
        Difference difference = new Difference();
        Map<String, ConfigChanged> before = inForce.stream()
                .filter(kept -> wanted.kinds().contains(kept.kind()))
                .collect(Collectors.toMap(ConfigChanged::key, Function.identity()));
        Map<String, Resource> after =
                wanted.resources().stream().collect(Collectors.toMap(Resource::key, Function.identity()));
        new TreeMap<>(after).forEach((key, resource) -> difference.put(before.get(key), resource));
        new TreeMap<>(before).forEach((key, kept) -> {
            if (!after.containsKey(key)) {
                difference.takeAway(kept);
            }
        });
        return difference;
    }

    private void put(@Nullable ConfigChanged before, Resource after) {
        if (before != null && resource(before).text().equals(after.text())) {
            unchanged++;
        } else {
            steps.add(new Step(after.kind(), after.name(), before, after));
        }
    }

    /** What the service's own file manages stays its own. */
    private void takeAway(ConfigChanged kept) {
        if (kept.manager() == ManagedBy.FILE) {
            unchanged++;
        } else {
            steps.add(new Step(kept.kind(), kept.name(), kept, null));
        }
    }

    static Resource resource(ConfigChanged kept) {
        return Resource.read(kept.kind(), kept.name(), kept.value() == null ? Map.of() : kept.value());
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    List<Step> steps() {
        return steps;
    }

    int unchanged() {
        return unchanged;
    }

    /** As one request makes them. */
    public List<Change> changes() {
        return steps.stream().map(Step::change).toList();
    }

    /** Refuses what the service's own file manages: there it has to be changed. */
    public void check() throws Refused {
        for (Step step : steps) {
            if (step.before() != null && step.before().manager() == ManagedBy.FILE) {
                throw Refused.conflict(step.key() + " is managed by the service's own file ("
                        + step.before().by() + "): change it there and start the service again");
            }
        }
    }
}
