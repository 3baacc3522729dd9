package io.gpuledger.testing;

import io.gpuledger.common.topic.TopicSettings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * The one real broker of this test JVM. Its address stands in the system property {@value #PROPERTY}, so that it is found
 * from every class loader.
 */
public final class TestBroker {

    public static final String PROPERTY = "kafka.bootstrap.servers";

    private static final long SECONDS_MAX = 30;

    private static BrokerKind.@Nullable Running running;

    private TestBroker() {}

    /** Starts the broker unless it runs already. */
    public static synchronized String bootstrapServers() {
        String known = System.getProperty(PROPERTY);
        if (known != null) {
            return known;
        }
        LogLevels.quiet();
        BrokerKind.Running started = BrokerKind.chosen().start();
        running = started;
        System.setProperty(PROPERTY, started.bootstrapServers());
        return started.bootstrapServers();
    }

    /** Creates what is missing of {@code topics.yaml}, with one replica. May be called as often as one likes. */
    public static void createTopics() {
        create(TopicSettings.shipped());
    }

    /** Creates what is missing of these topics, with one replica. */
    public static void create(List<TopicSettings> topics) {
        try (Admin admin = admin()) {
            admin.createTopics(topics.stream().map(TestBroker::withOneReplica).toList())
                    .values()
                    .values()
                    .forEach(done -> await(done, TopicExistsException.class));
        }
    }

    /** Deletes these topics with all they hold, and waits until they are gone; what is not there is no error. */
    public static void delete(Set<String> topics) {
        try (Admin admin = admin()) {
            admin.deleteTopics(topics)
                    .topicNameValues()
                    .values()
                    .forEach(done -> await(done, UnknownTopicOrPartitionException.class));
            awaitAbsence(admin, topics);
        }
    }

    /** Deletes every topic but Kafka's own and creates those of {@code topics.yaml} again, empty. */
    public static void wipe() {
        try (Admin admin = admin()) {
            delete(get(admin.listTopics().names()));
        }
        createTopics();
    }

    static synchronized void stop() {
        BrokerKind.Running ending = running;
        if (ending != null) {
            running = null;
            System.clearProperty(PROPERTY);
            ending.end().run();
        }
    }

    private static NewTopic withOneReplica(TopicSettings topic) {
        Map<String, String> config = new HashMap<>(topic.config());
        config.put("min.insync.replicas", "1");
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.of((short) 1)).configs(config);
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    private static void awaitAbsence(Admin admin, Set<String> topics) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        Set<String> left = new HashSet<>(topics);
        while (!left.isEmpty()) {
            left.retainAll(get(admin.listTopics().names()));
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("topics could not be deleted: " + left);
            }
        }
    }

    private static void await(KafkaFuture<Void> done, Class<? extends Exception> harmless) {
        try {
            get(done);
        } catch (IllegalStateException e) {
            if (!harmless.isInstance(e.getCause())) {
                throw e;
            }
        }
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the test broker refused", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the test broker did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the test broker", e);
        }
    }
}
