package io.gpuledger.cli.launch.topics;

import io.gpuledger.common.topic.TopicSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** topics.yaml -> topics on a cluster. Creates what is missing; applied again it does nothing. */
public final class TopicApplier implements AutoCloseable {

    /** Replicas as the cluster's default has it. */
    public static final short CLUSTER_DEFAULT = -1;

    private static final String MIN_IN_SYNC = "min.insync.replicas";

    private static final long PAUSE_NANOS = 20_000_000;

    private final Admin admin;
    private final Duration patience;

    private TopicApplier(Admin admin, Duration patience) {
        this.admin = admin;
        this.patience = patience;
    }

    /** A cluster that does not answer, or refuses; the message is one line. */
    public static final class Unreachable extends Exception {
        Unreachable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** @param patience how long the cluster may take for one answer */
    public static TopicApplier on(String bootstrapServers, Duration patience) throws Unreachable {
        try {
            int millis = Math.toIntExact(patience.toMillis());
            return new TopicApplier(
                    Admin.create(Map.of(
                            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
                            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis,
                            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200)),
                    patience);
        } catch (org.apache.kafka.common.KafkaException e) {
            throw new Unreachable(bootstrapServers + " is no address of a Kafka broker: " + firstCause(e), e);
        }
    }

    /** @param replicationFactor copies of each topic, or {@link #CLUSTER_DEFAULT} */
    public TopicReport apply(List<TopicSettings> wanted, short replicationFactor) throws Unreachable {
        Set<String> there = answer(admin.listTopics().names());
        int copies = replicationFactor == CLUSTER_DEFAULT ? defaultReplicas() : replicationFactor;
        List<TopicSettings> fitted =
                wanted.stream().map(topic -> fitted(topic, copies)).toList();
        List<NewTopic> missing = fitted.stream()
                .filter(topic -> !there.contains(topic.name()))
                .map(topic -> newTopic(topic, replicationFactor))
                .toList();
        Set<String> created = created(missing);
        awaitListed(fitted.stream().map(TopicSettings::name).toList());
        List<TopicSettings> present =
                fitted.stream().filter(topic -> !created.contains(topic.name())).toList();
        return new TopicReport(List.copyOf(created), present.size(), differences(present));
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    /** All at once; without those which somebody else, or a broker that has not heard of it yet, has already. */
    private Set<String> created(List<NewTopic> missing) throws Unreachable {
        Map<String, KafkaFuture<Void>> answers = admin.createTopics(missing).values();
        Set<String> created = new LinkedHashSet<>();
        for (NewTopic topic : missing) {
            if (isCreated(Objects.requireNonNull(answers.get(topic.name())))) {
                created.add(topic.name());
            }
        }
        return created;
    }

    private boolean isCreated(KafkaFuture<Void> created) throws Unreachable {
        try {
            answer(created);
            return true;
        } catch (Unreachable e) {
            if (e.getCause() != null && e.getCause().getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    /** What is created is known to every broker a moment later. */
    private void awaitListed(List<String> names) throws Unreachable {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!answer(admin.listTopics().names()).containsAll(names)) {
            if (System.nanoTime() > deadline) {
                throw new Unreachable("Kafka does not list the topics it created", null);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private List<String> differences(List<TopicSettings> present) throws Unreachable {
        if (present.isEmpty()) {
            return List.of();
        }
        List<String> names = present.stream().map(TopicSettings::name).toList();
        Map<String, TopicDescription> shapes =
                answer(admin.describeTopics(names).allTopicNames());
        Map<ConfigResource, Config> configs = answer(
                admin.describeConfigs(names.stream().map(TopicApplier::resource).toList())
                        .all());
        List<String> lines = new ArrayList<>();
        for (TopicSettings topic : present) {
            TopicDescription shape = shapes.get(topic.name());
            if (shape != null && shape.partitions().size() != topic.partitions()) {
                lines.add(
                        topic.name() + " has " + shape.partitions().size() + " partitions, not " + topic.partitions());
            }
            lines.addAll(differences(topic, configs.get(resource(topic.name()))));
        }
        return lines;
    }

    private static Collection<String> differences(TopicSettings topic, @Nullable Config config) {
        List<String> lines = new ArrayList<>();
        topic.config().forEach((key, value) -> {
            ConfigEntry entry = config == null ? null : config.get(key);
            String actual = entry == null ? "unset" : entry.value();
            if (!value.equals(actual)) {
                lines.add(topic.name() + " has " + key + "=" + actual + ", not " + value);
            }
        });
        lines.sort(null);
        return lines;
    }

    private int defaultReplicas() throws Unreachable {
        String node =
                Integer.toString(answer(admin.describeCluster().controller()).id());
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, node);
        Config config = answer(admin.describeConfigs(List.of(broker)).all()).get(broker);
        ConfigEntry entry = config == null ? null : config.get("default.replication.factor");
        return entry == null ? 1 : Integer.parseInt(entry.value());
    }

    /** A topic of which more copies must be in step than there are cannot be written. */
    private static TopicSettings fitted(TopicSettings topic, int copies) {
        Map<String, String> config = new HashMap<>(topic.config());
        config.computeIfPresent(
                MIN_IN_SYNC, (key, value) -> Integer.toString(Math.min(Integer.parseInt(value), copies)));
        return new TopicSettings(topic.name(), topic.purpose(), topic.partitions(), config);
    }

    private static NewTopic newTopic(TopicSettings topic, short replicationFactor) {
        return new NewTopic(
                        topic.name(),
                        Optional.of(topic.partitions()),
                        replicationFactor == CLUSTER_DEFAULT ? Optional.empty() : Optional.of(replicationFactor))
                .configs(topic.config());
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private <T> T answer(KafkaFuture<T> future) throws Unreachable {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Unreachable(
                    firstCause(e).contains("node assignment")
                            ? "Kafka does not answer"
                            : "Kafka refused: " + firstCause(e),
                    e);
        } catch (TimeoutException e) {
            throw new Unreachable("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted", e);
        }
    }

    private static String firstCause(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
