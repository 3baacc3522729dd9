package io.gpuledger.alert.alert;

import io.gpuledger.common.event.Alert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to believe when an alert is told again: periods that overlap are one, with the earliest start, the latest
 * annotations and the latest end that somebody stated; periods that do not overlap are told apart, and the newer one
 * counts.
 */
public final class Hearsay {

    private Hearsay() {}

    public static Alert believed(@Nullable Alert known, Alert told) {
        if (known == null || !overlap(known, told)) {
            return told;
        }
        return told.at().isBefore(known.at()) ? merged(told, known) : merged(known, told);
    }

    private static boolean overlap(Alert known, Alert told) {
        Instant from = told.startsAt();
        return from.equals(known.startsAt())
                || (from.isAfter(known.startsAt()) && from.isBefore(end(known)))
                || (end(told).isAfter(known.startsAt()) && end(told).isBefore(end(known)));
    }

    private static Alert merged(Alert older, Alert newer) {
        Instant start = older.startsAt().isBefore(newer.startsAt()) ? older.startsAt() : newer.startsAt();
        return keepsOlderEnd(older, newer)
                ? with(newer, start, older.endsAt(), older.endAssumed())
                : with(newer, start, newer.endsAt(), newer.endAssumed());
    }

    private static boolean keepsOlderEnd(Alert older, Alert newer) {
        if (!end(older).isAfter(end(newer))) {
            return false;
        }
        return newer.isResolvedAt(newer.at()) ? older.isResolvedAt(newer.at()) : !older.endAssumed();
    }

    private static Alert with(Alert alert, Instant startsAt, @Nullable Instant endsAt, boolean endAssumed) {
        return new Alert(
                alert.fingerprint(),
                alert.labels(),
                alert.annotations(),
                alert.at(),
                startsAt,
                endsAt,
                endAssumed,
                alert.generatorUrl());
    }

    private static Instant end(Alert alert) {
        Instant end = alert.endsAt();
        return end == null ? Instant.MAX : end;
    }
}
