package io.gpuledger.pricing.app;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.WatchedAccount;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.pricing.enforce.CommandInbox;
import io.gpuledger.pricing.enforce.Enforcer;
import io.gpuledger.pricing.enforce.KafkaOwners;
import io.gpuledger.pricing.enforce.KafkaReports;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Carries out the commands of the accounts that are watched, from when Kafka is there until the service stops. */
@Singleton
public class Enforcing {

    private static final Logger LOG = Logger.getLogger(Enforcing.class);
    private static final int SESSION_MILLIS = 6_000;
    private static final int HEARTBEAT_MILLIS = 1_500;

    private final LedgerFile settings;
    private final Connection connection;
    private final String bootstrapServers;
    private final Map<AccountRef, Enforcer> enforcers = new HashMap<>();
    private final Thread thread =
            Thread.ofPlatform().name("action-commands").daemon().unstarted(this::read);

    public Enforcing(
            LedgerFile settings,
            Pollers pollers,
            KafkaReports reports,
            Connection connection,
            @ConfigProperty(name = "kafka.bootstrap.servers", defaultValue = "127.0.0.1:19092")
                    String bootstrapServers) {
        this.settings = settings;
        this.connection = connection;
        this.bootstrapServers = bootstrapServers;
        KafkaOwners owners = new KafkaOwners(() -> consumer(new HashMap<>()), settings.owners());
        for (WatchedAccount account : settings.accounts()) {
            enforcers.put(account.ref(), pollers.enforcer(account, owners, reports));
        }
    }

    void start(@Observes StartupEvent started) {
        if (!enforcers.isEmpty()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        thread.interrupt();
    }

    private void read() {
        try {
            connection.await();
            new CommandInbox(enforcers, (what, why) -> LOG.error(what, why))
                    .on(this::inbox)
                    .run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Those who watch the same accounts share the commands; those who watch others read them too. */
    private Consumer<String, byte[]> inbox() {
        String accounts = settings.accounts().stream()
                .map(account -> account.ref().toString())
                .sorted()
                .collect(Collectors.joining("\n"));
        Map<String, Object> given = new HashMap<>();
        given.put(
                ConsumerConfig.GROUP_ID_CONFIG,
                "pricing-actions-" + UUID.nameUUIDFromBytes(accounts.getBytes(StandardCharsets.UTF_8)));
        given.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        given.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        return consumer(given);
    }

    private Consumer<String, byte[]> consumer(Map<String, Object> given) {
        given.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        given.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        given.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        given.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        given.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(given, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
