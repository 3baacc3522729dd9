package io.gpuledger.alert.mute;

import io.gpuledger.common.event.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Knows, per rule and subject, every source there is: one that ends or that may not inhibit a certain target never
 * hides another one that does.
 */
public final class Inhibitor {

    /** How many inhibitors of an alert are named: one is enough, and of a storm there are thousands. */
    public static final int NAMED_MAX = 10;

    private final List<SourcesOfRule> rules = new ArrayList<>();

    private record SourcesOfRule(InhibitRule rule, Map<List<String>, Map<String, Alert>> bySubject) {

        void learn(Alert alert) {
            if (rule.isSource(alert.labels())) {
                bySubject
                        .computeIfAbsent(rule.subject(alert.labels()), any -> new TreeMap<>())
                        .put(alert.fingerprint(), alert);
            }
        }

        void forget(Alert alert) {
            bySubject.computeIfPresent(rule.subject(alert.labels()), (any, sources) -> {
                sources.remove(alert.fingerprint());
                return sources.isEmpty() ? null : sources;
            });
        }

        void addInhibitorsOf(Alert target, Instant now, Set<String> found) {
            if (found.size() >= NAMED_MAX || !rule.isTarget(target.labels())) {
                return;
            }
            boolean twoSided = rule.isSource(target.labels());
            bySubject.getOrDefault(rule.subject(target.labels()), Map.of()).values().stream()
                    .filter(source -> !source.isResolvedAt(now))
                    .filter(source -> !source.fingerprint().equals(target.fingerprint()))
                    .filter(source -> !(twoSided && rule.isTarget(source.labels())))
                    .limit(NAMED_MAX - found.size())
                    .forEach(source -> found.add(source.fingerprint()));
        }
    }

    public Inhibitor(List<InhibitRule> rules) {
        rules.forEach(rule -> this.rules.add(new SourcesOfRule(rule, new HashMap<>())));
    }

    /** The alert as it is believed to be now. */
    public void learn(Alert alert) {
        rules.forEach(rule -> rule.learn(alert));
    }

    public void forget(Alert alert) {
        rules.forEach(rule -> rule.forget(alert));
    }

    /** Fingerprints of the alerts that keep this one quiet, the first {@link #NAMED_MAX}; none where nothing does. */
    public Set<String> inhibitorsOf(Alert target, Instant now) {
        Set<String> found = new TreeSet<>();
        rules.forEach(rule -> rule.addInhibitorsOf(target, now, found));
        return found;
    }
}
