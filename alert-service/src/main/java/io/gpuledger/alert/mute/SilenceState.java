package io.gpuledger.alert.mute;

import io.gpuledger.common.event.Silence;
import java.time.Instant;
import java.util.Locale;

/** Where a silence stands in time. */
public enum SilenceState {
    ACTIVE,
    PENDING,
    EXPIRED;

    public static SilenceState of(Silence silence, Instant now) {
        if (!now.isBefore(silence.endsAt())) {
            return EXPIRED;
        }
        return now.isBefore(silence.startsAt()) ? PENDING : ACTIVE;
    }

    /** As Alertmanager writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
