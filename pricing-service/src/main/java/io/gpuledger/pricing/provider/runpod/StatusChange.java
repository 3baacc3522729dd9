package io.gpuledger.pricing.provider.runpod;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.event.PodState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code lastStatusChange}, which is prose such as {@code Exited by user: Tue Dec 16 2025 17:44:56 GMT+0000
 * (Coordinated Universal Time)}. It counts only where what it says happened is what the pod's state says: the provider may
 * tell a new state and the change before.
 */
final class StatusChange {

    /** As a browser writes an instant, without the name of the zone behind it. */
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("EEE MMM d yyyy HH:mm:ss 'GMT'Z", Locale.ROOT);

    private static final Set<String> BEGINS = Set.of("rented by", "resumed by");
    private static final Set<String> ENDS = Set.of("exited by", "outbid", "terminated by");

    private StatusChange() {}

    /** When the state began, by the provider's clock; absent where it does not tell. */
    static @Nullable Instant at(JsonNode node, PodState state) {
        String text = node.textValue();
        int colon = text == null ? -1 : text.indexOf(": ");
        if (text == null || colon < 0 || !tells(text.substring(0, colon), state)) {
            return null;
        }
        int name = text.indexOf(" (", colon);
        String instant = text.substring(colon + 2, name < 0 ? text.length() : name);
        try {
            return ZonedDateTime.parse(instant.strip(), WRITTEN).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean tells(String change, PodState state) {
        String what = change.toLowerCase(Locale.ROOT);
        return (state == PodState.RUNNING ? BEGINS : ENDS).stream().anyMatch(what::startsWith);
    }
}
