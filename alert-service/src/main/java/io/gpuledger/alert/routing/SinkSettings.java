package io.gpuledger.alert.routing;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an integration is reached. */
public sealed interface SinkSettings {

    boolean sendResolved();

    /** @param scheme such as {@code Bearer} */
    record Authorization(String scheme, Secret credentials) {}

    /**
     * A webhook.
     *
     * @param maxAlerts how many alerts a call carries; 0 for all
     * @param timeout for one call
     */
    record Webhook(
            Secret url,
            boolean sendResolved,
            int maxAlerts,
            Duration timeout,
            @Nullable Authorization authorization) implements SinkSettings {}

    /**
     * PagerDuty, Events API v2.
     *
     * @param texts the fields of the event that the file sets, by their names there: {@code severity}, {@code class},
     *     {@code component}, {@code group}, {@code client}, {@code client_url}, {@code source}, {@code description}
     */
    record PagerDuty(Secret routingKey, String url, boolean sendResolved, Duration timeout, Map<String, String> texts)
            implements SinkSettings {}
}
