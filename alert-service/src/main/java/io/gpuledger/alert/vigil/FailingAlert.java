package io.gpuledger.alert.vigil;

import io.gpuledger.alert.alert.Fingerprint;
import io.gpuledger.common.event.Alert;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The alert that a receiver cannot be reached: one for each of its kinds of integration, whoever noticed it. */
final class FailingAlert {

    static final String NAME = "receiver-failing";
    static final String RECEIVER = "receiver";
    static final String INTEGRATION = "integration";

    private FailingAlert() {}

    static Map<String, String> labels(Watched who) {
        return Map.of(
                Alert.NAME, NAME, Alert.SEVERITY, "page", RECEIVER, who.receiver(), INTEGRATION, who.integration());
    }

    static Alert begun(ReceiverWatch.Failing failing, Instant now) {
        Map<String, String> notes = Map.of(
                "summary",
                failing.who().receiver() + " (" + failing.who().integration() + ") has taken nothing since "
                        + failing.since() + ": " + failing.detail());
        return alert(failing.who(), notes, now, failing.since(), null);
    }

    /** @param at when it was reached again */
    static Alert ended(Alert begun, Instant at, Instant now) {
        Instant end = at.isBefore(begun.startsAt()) ? begun.startsAt() : at;
        return new Alert(
                begun.fingerprint(), begun.labels(), begun.annotations(), now, begun.startsAt(), end, false, null);
    }

    private static Alert alert(
            Watched who, Map<String, String> notes, Instant now, Instant from, @Nullable Instant until) {
        Map<String, String> labels = labels(who);
        return new Alert(Fingerprint.of(labels), labels, notes, now, from, until, false, null);
    }

    /** Whom an alert is about; absent where it is another one. */
    static Optional<Watched> whoseIs(Alert alert) {
        Watched who = new Watched(
                alert.labels().getOrDefault(RECEIVER, ""), alert.labels().getOrDefault(INTEGRATION, ""));
        return alert.labels().equals(labels(who)) ? Optional.of(who) : Optional.empty();
    }
}
