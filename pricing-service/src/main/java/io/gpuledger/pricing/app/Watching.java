package io.gpuledger.pricing.app;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.WatchedAccount;
import io.gpuledger.pricing.poll.AccountPoller;
import io.gpuledger.pricing.poll.Gate;
import io.gpuledger.pricing.poll.Questions;
import io.gpuledger.pricing.poll.Watch;
import io.gpuledger.pricing.provider.runpod.RunpodHttp;
import io.gpuledger.pricing.provider.runpod.RunpodProvider;
import io.gpuledger.pricing.publish.KafkaPublisher;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Watches every account on a thread of its own, from when Kafka is there until the service stops. */
@Singleton
public class Watching {

    private static final Logger LOG = Logger.getLogger(Watching.class);

    private final LedgerFile settings;
    private final PricingConfig.Pricing config;
    private final KafkaPublisher kafka;
    private final Connection connection;
    private final PollLog log;
    private final InstantSource clock;
    private final String userAgent;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Watching(
            LedgerFile settings,
            PricingConfig config,
            KafkaPublisher kafka,
            Connection connection,
            PollLog log,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.settings = settings;
        this.config = config.pricing();
        this.kafka = kafka;
        this.connection = connection;
        this.log = log;
        this.clock = clock;
        this.userAgent = "gpu-ledger/" + version;
    }

    void start(@Observes StartupEvent started) {
        settings.accounts().forEach(account -> threads.execute(() -> watch(account)));
        threads.execute(connection::lookAfter);
        if (settings.accounts().isEmpty()) {
            LOG.info("no account is watched: the configuration names none");
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        threads.shutdownNow();
    }

    private void watch(WatchedAccount account) {
        try {
            connection.await();
            new Watch(poller(account), account.interval(), clock, report -> log.polled(account, report)).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(e, "account=%s is no longer watched: this is a bug", account.ref());
            throw e;
        }
    }

    private AccountPoller poller(WatchedAccount account) {
        URI url = account.url() == null ? RunpodHttp.PUBLIC_URL : account.url();
        RunpodHttp http = new RunpodHttp(
                url,
                new ApiKey(account, System.getenv()),
                new RunpodHttp.Limits(
                        userAgent, config.connectTimeout(), config.answerTimeout(), config.answerBytesMax()),
                Clock.systemUTC());
        Questions questions = new Questions(
                new RunpodProvider(account.ref(), http),
                new Questions.Pace(config.pricesEvery(), new Gate.Patience(account.interval(), config.backoffMax())),
                threads,
                () -> ThreadLocalRandom.current().nextDouble());
        return new AccountPoller(account.ref(), questions, kafka, clock);
    }
}
