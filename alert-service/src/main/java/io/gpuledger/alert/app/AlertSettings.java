package io.gpuledger.alert.app;

import io.gpuledger.alert.delivery.DeliveryLimits;
import io.gpuledger.alert.routing.RoutingInForce;
import java.nio.file.Path;

/**
 * What a service needs to know before it starts.
 *
 * @param stateFolder where Kafka Streams keeps its lock and checkpoints
 * @param externalUrl where people reach this service; goes into notifications
 * @param privateTargets whether webhooks may lead to private and loopback addresses
 */
public record AlertSettings(
        String bootstrapServers,
        Path stateFolder,
        RoutingInForce routing,
        String externalUrl,
        boolean privateTargets,
        DeliveryLimits limits) {}
