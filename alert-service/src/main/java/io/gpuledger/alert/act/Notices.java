package io.gpuledger.alert.act;

import io.gpuledger.alert.alert.Fingerprint;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.event.action.ActionTold;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What people are told of actions: alerts like any other, routed as any other. */
public final class Notices {

    /** It will be done, or waits for somebody. */
    public static final String PENDING = "action-pending";
    /** It was to be done, and is not. */
    public static final String FAILED = "action-failed";
    /** What an action must never answer. */
    public static final Set<String> NAMES = Set.of(PENDING, FAILED);

    /** A failure nobody mends is not shown for ever. */
    static final Duration FAILED_FOR = Duration.ofHours(24);

    private static final String PAGE = "page";

    private Notices() {}

    static Alert pending(Action action, String sentence, Instant now) {
        Map<String, String> notes = new TreeMap<>();
        notes.put("summary", sentence);
        notes.put("action_id", action.id());
        return alert(pendingLabels(action), notes, now, null);
    }

    static Alert noLongerPending(Action action, Instant now) {
        return alert(pendingLabels(action), Map.of(), now, now);
    }

    /** @param pod the one of several it failed for; absent where it failed as a whole */
    static Alert failed(Action action, @Nullable String pod, @Nullable String why, Instant now) {
        ActionOrder order = action.order();
        Map<String, String> notes = new TreeMap<>();
        notes.put(
                "summary",
                "could not " + order.verb().phrase() + " "
                        + (pod == null ? order.subject() : order.account() + "/" + pod)
                        + (why == null ? "" : ": " + why));
        notes.put("action_id", action.id());
        Alert failed = alert(failedLabels(order, pod), notes, now, null);
        return new Alert(failed.fingerprint(), failed.labels(), notes, now, now, now.plus(FAILED_FOR), true, null);
    }

    static Alert mended(ActionOrder order, @Nullable String pod, Instant now) {
        return alert(failedLabels(order, pod), Map.of(), now, now);
    }

    private static Alert alert(
            Map<String, String> labels, Map<String, String> notes, Instant now, @Nullable Instant end) {
        return new Alert(Fingerprint.of(labels), labels, notes, now, now, end, false, null);
    }

    private static Map<String, String> pendingLabels(Action action) {
        String severity = action.terms().severity();
        return labels(PENDING, severity == null ? PAGE : severity, action.order(), null);
    }

    private static Map<String, String> failedLabels(ActionOrder order, @Nullable String pod) {
        return labels(FAILED, PAGE, order, pod);
    }

    private static Map<String, String> labels(
            String name, String severity, ActionOrder order, @Nullable String onePod) {
        Map<String, String> labels = new TreeMap<>();
        labels.put(Alert.NAME, name);
        labels.put(Alert.SEVERITY, severity);
        labels.put("account", order.account().toString());
        labels.put("provider", order.account().provider());
        labels.put("action", order.verb().word());
        String id = onePod == null ? order.target() : onePod;
        if (id != null) {
            boolean isEndpoint = order.verb() == ActionOrder.Verb.SCALE_ENDPOINT_TO_ZERO;
            labels.put(isEndpoint ? "endpoint" : "pod", isEndpoint ? id : order.account() + "/" + id);
        }
        String owner = order.owner();
        if (owner != null) {
            labels.put("owner", owner);
        }
        return labels;
    }

    /** What is going to happen, for a person. */
    static String sentence(Action action) {
        ActionTold.Terms terms = action.terms();
        ActionOrder order = action.order();
        String what = (order.dryRun() ? "would " : "will ") + order.verb().phrase() + " " + order.subject()
                + (terms.name() == null ? "" : " (" + terms.name() + ")");
        String when = terms.approval()
                ? " once somebody approves (./gpu-ledger actions approve " + action.id() + ")"
                        + (terms.dueAt().isAfter(action.askedAt()) ? ", not before " + second(terms.dueAt()) : "")
                : " at " + second(terms.dueAt());
        return what + when + ", unless acknowledged, resolved or refused";
    }

    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
