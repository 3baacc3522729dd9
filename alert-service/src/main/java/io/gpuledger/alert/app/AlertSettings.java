package io.gpuledger.alert.app;

import io.gpuledger.alert.alert.Links;
import io.gpuledger.alert.delivery.DeliveryLimits;
import io.gpuledger.alert.flow.Place;
import io.gpuledger.alert.routing.RoutingInForce;
import io.gpuledger.alert.vigil.VigilSettings;

/**
 * What a service needs to know before it starts.
 *
 * @param externalUrl where people reach this service; goes into notifications
 * @param links where people read on about an alert
 * @param privateTargets whether webhooks may lead to private and loopback addresses
 * @param door where it answers over HTTP
 */
public record AlertSettings(
        String bootstrapServers,
        Place place,
        RoutingInForce routing,
        String externalUrl,
        Links links,
        boolean privateTargets,
        DeliveryLimits limits,
        Door door,
        VigilSettings vigil) {

    /**
     * Its own door.
     *
     * @param port 0 where it has none, or one that is not known before it is open
     * @param tls whether it is asked over TLS
     */
    public record Door(int port, String prefix, boolean tls) {

        public static final Door NONE = new Door(0, "", false);
    }
}
