package io.gpuledger.alert.alert;

import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Crossing.Contributor;
import io.gpuledger.common.event.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a crossing as an alert. Labels say what and whose, so that the next crossing of the same rule and scope is the
 * same alert; amounts are annotations, because labels travel into addresses, titles and metrics.
 */
public final class CrossingReader {

    /** The annotation with the contributors as a JSON array, for commands. */
    public static final String PODS = "pods_json";

    private static final int CENTS = 2;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Links links;

    public CrossingReader(Links links) {
        this.links = links;
    }

    /** A crossing that fired has no end until the crossing that clears it. */
    public Alert alertOf(Crossing crossing) {
        Map<String, String> labels = labels(crossing);
        boolean resolved = crossing.state() == Crossing.State.RESOLVED;
        return new Alert(
                Fingerprint.of(labels),
                labels,
                annotations(crossing),
                crossing.at(),
                crossing.since(),
                resolved ? later(crossing) : null,
                false,
                link(crossing));
    }

    /** Left out where names are so long that it does not fit. */
    private @Nullable String link(Crossing crossing) {
        String link = links.explanation(crossing);
        return link.length() <= Alert.URL_CHARS_MAX ? link : null;
    }

    private static Instant later(Crossing crossing) {
        return crossing.at().isBefore(crossing.since()) ? crossing.since() : crossing.at();
    }

    private static Map<String, String> labels(Crossing crossing) {
        Map<String, String> labels = new TreeMap<>(crossing.labels());
        labels.values().removeIf(String::isEmpty);
        labels.put(Alert.NAME, crossing.rule());
        labels.put(Alert.SEVERITY, crossing.severity().name().toLowerCase(Locale.ROOT));
        putScope(labels, crossing.scope());
        putOptional(labels, "pod", crossing.resource());
        putOptional(labels, "budget", crossing.budget());
        labels.values().removeIf(String::isEmpty);
        return labels;
    }

    private static void putScope(Map<String, String> labels, Scope scope) {
        String name = scope.name();
        switch (scope.kind()) {
            case OWNER -> labels.put("owner", name);
            case PROJECT -> labels.put("project", name);
            case COST_CENTRE -> labels.put("cost_centre", name);
            case ALL -> labels.put("scope", name);
            case ACCOUNT -> {
                labels.put("account", name);
                labels.put("provider", name.substring(0, Math.max(0, name.indexOf('/'))));
            }
        }
    }

    private static void putOptional(Map<String, String> labels, String label, @Nullable String value) {
        if (value != null) {
            labels.put(label, value);
        }
    }

    private Map<String, String> annotations(Crossing crossing) {
        Map<String, String> notes = new TreeMap<>();
        put(notes, "summary", crossing.summary());
        put(notes, "value", withUnit(crossing.value(), crossing.unit()));
        put(notes, "threshold", withUnit(crossing.threshold(), crossing.unit()));
        put(notes, "window", String.join(", ", crossing.windows()));
        put(notes, "hours_left", crossing.hoursLeft() == null ? null : plain(crossing.hoursLeft()));
        put(notes, "burn", crossing.burn() == null ? null : crossing.burn().toString());
        put(
                notes,
                "money_at_stake",
                crossing.moneyAtStake() == null
                        ? null
                        : "$" + crossing.moneyAtStake().dollars(CENTS).toPlainString());
        put(
                notes,
                "contributors",
                crossing.contributors().stream().map(CrossingReader::line).collect(Collectors.joining("; ")));
        putPods(notes, crossing);
        put(notes, "runbook_url", links.runbook(crossing));
        return notes;
    }

    /** Left out where it does not fit: half an array is none. */
    private static void putPods(Map<String, String> notes, Crossing crossing) {
        String pods = crossing.contributors().stream()
                .map(pod -> "{\"id\":" + quoted(pod.resource())
                        + (pod.account() == null
                                ? ""
                                : ",\"account\":" + quoted(pod.account().toString()))
                        + ",\"name\":" + quoted(pod.name()) + ",\"cost_usd\":"
                        + pod.cost().dollars(CENTS).toPlainString() + ",\"share\":"
                        + pod.share().toPlainString() + "}")
                .collect(Collectors.joining(",", "[", "]"));
        if (!crossing.contributors().isEmpty() && pods.length() <= Alert.ANNOTATION_CHARS_MAX) {
            notes.put(PODS, pods);
        }
    }

    private static String quoted(String text) {
        String safe = text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
        return "\"" + safe + "\"";
    }

    private static String line(Contributor contributor) {
        BigDecimal percent = contributor.share().movePointRight(2).setScale(0, RoundingMode.HALF_EVEN);
        return contributor.name()
                + (contributor.sku() == null ? "" : " (" + contributor.sku() + ")")
                + " $" + contributor.cost().dollars(CENTS).toPlainString() + ", " + percent + "%"
                + (contributor.startedAt() == null ? "" : ", new since " + MINUTE.format(contributor.startedAt()));
    }

    private static @Nullable String withUnit(@Nullable BigDecimal value, @Nullable String unit) {
        return value == null ? null : plain(value) + (unit == null || unit.isEmpty() ? "" : " " + unit);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static void put(Map<String, String> notes, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            notes.put(
                    name,
                    value.length() <= Alert.ANNOTATION_CHARS_MAX
                            ? value
                            : value.substring(0, Alert.ANNOTATION_CHARS_MAX));
        }
    }
}
