package io.gpuledger.alert.app;

import io.gpuledger.alert.delivery.DeliveryLimits;
import io.gpuledger.alert.routing.RoutingInForce;
import java.nio.file.Path;

/**
 * What a service needs to know before it starts.
 *
 * @param stateFolder where Kafka Streams keeps its lock and checkpoints
 * @param externalUrl where people reach this service; goes into notifications
 * @param ledgerUrl where people reach the ledger; goes into alerts
 * @param privateTargets whether webhooks may lead to private and loopback addresses
 * @param door where it answers over HTTP
 */
public record AlertSettings(
        String bootstrapServers,
        Path stateFolder,
        RoutingInForce routing,
        String externalUrl,
        String ledgerUrl,
        boolean privateTargets,
        DeliveryLimits limits,
        Door door) {

    /**
     * Its own door.
     *
     * @param port 0 where it has none, or one that is not known before it is open
     */
    public record Door(int port, String prefix) {

        public static final Door NONE = new Door(0, "");
    }
}
