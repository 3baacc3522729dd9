package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a wish came to a service. */
public enum Via {
    @JsonProperty("rest")
    REST,
    @JsonProperty("cli")
    CLI,
    @JsonProperty("console")
    CONSOLE,
    @JsonProperty("pagerduty")
    PAGERDUTY,
    /** A file that was changed. */
    @JsonProperty("file")
    FILE,
    /** The service itself: time has passed, or alerts have ended. */
    @JsonProperty("service")
    SERVICE;

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
