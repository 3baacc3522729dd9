package io.gpuledger.broker;

import java.util.Properties;

/** The settings of Kafka for one node that is broker and controller at once. */
final class NodeProperties {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final int INTERNAL_PARTITIONS = 4;
    private static final String TEN_YEARS_MINUTES = Integer.toString(10 * 365 * 24 * 60);

    private NodeProperties() {}

    static Properties of(Settings settings) {
        Properties properties = new Properties();
        address(properties, settings);
        oneReplica(properties);
        small(properties);
        properties.put("log.dirs", settings.dataDir().toAbsolutePath().toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("group.streams.initial.rebalance.delay.ms", "0");
        // A machine that slept through a holiday must not find its consumers' places forgotten.
        properties.put("offsets.retention.minutes", TEN_YEARS_MINUTES);
        return properties;
    }

    private static void address(Properties properties, Settings settings) {
        String controller = settings.host() + ":" + settings.controllerPort();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put("controller.quorum.voters", NODE_ID + "@" + controller);
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put(
                "listeners",
                "PLAINTEXT://" + settings.bootstrapServers() + "," + CONTROLLER_LISTENER + "://" + controller);
        properties.put("advertised.listeners", "PLAINTEXT://" + settings.bootstrapServers());
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        properties.put("inter.broker.listener.name", "PLAINTEXT");
    }

    private static void oneReplica(Properties properties) {
        properties.put("default.replication.factor", "1");
        properties.put("min.insync.replicas", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
    }

    private static void small(Properties properties) {
        properties.put("offsets.topic.num.partitions", Integer.toString(INTERNAL_PARTITIONS));
        properties.put("transaction.state.log.num.partitions", Integer.toString(INTERNAL_PARTITIONS));
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        // Killed and started again, the node must wait until the controller has given its former self up.
        properties.put("broker.heartbeat.interval.ms", "500");
        properties.put("broker.session.timeout.ms", "3000");
        // A killed service's open transaction holds its successor up until it is aborted.
        properties.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        // A transaction that begins while the last one's marker is being written is tried again inside the broker.
        properties.put("add.partitions.to.txn.retry.backoff.ms", "2");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
        properties.put("num.recovery.threads.per.data.dir", "2");
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        properties.put("log.index.size.max.bytes", Integer.toString(2 << 20));
    }
}
