package io.gpuledger.alert.mute;

import io.gpuledger.alert.route.Matcher;
import io.gpuledger.common.event.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Knows every silence there is, and which of them keep an alert quiet. */
public final class Silencer {

    private final Map<String, Known> silences = new TreeMap<>();

    private record Known(Silence silence, List<Matcher> matchers) {

        boolean quiets(Map<String, String> labels, Instant now) {
            return SilenceState.of(silence, now) == SilenceState.ACTIVE
                    && matchers.stream().allMatch(matcher -> matcher.matches(labels));
        }
    }

    /** The silence as it is now. */
    public void learn(Silence silence) {
        silences.put(silence.id(), new Known(silence, matchers(silence)));
    }

    public void forget(String id) {
        silences.remove(id);
    }

    /** The ids of the silences that keep an alert with these labels quiet. */
    public Set<String> silencesOf(Map<String, String> labels, Instant now) {
        Set<String> found = new TreeSet<>();
        silences.forEach((id, known) -> {
            if (known.quiets(labels, now)) {
                found.add(id);
            }
        });
        return found;
    }

    /** Its conditions; a regular expression that cannot be used is refused. */
    public static List<Matcher> matchers(Silence silence) {
        return silence.matchers().stream().map(Silencer::matcher).toList();
    }

    static Matcher matcher(Silence.Condition condition) {
        Matcher.Kind kind = condition.regex()
                ? (condition.equal() ? Matcher.Kind.MATCHES : Matcher.Kind.MATCHES_NOT)
                : (condition.equal() ? Matcher.Kind.EQUAL : Matcher.Kind.NOT_EQUAL);
        return new Matcher(condition.name(), kind, condition.value());
    }
}
