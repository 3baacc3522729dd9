package io.gpuledger.pricing.app;

import io.gpuledger.common.config.WatchedAccount;
import io.gpuledger.pricing.enforce.Enforcer;
import io.gpuledger.pricing.enforce.Owners;
import io.gpuledger.pricing.enforce.Reports;
import io.gpuledger.pricing.poll.AccountPoller;
import io.gpuledger.pricing.poll.BillPoller;
import io.gpuledger.pricing.poll.BillWatch;
import io.gpuledger.pricing.poll.Gate;
import io.gpuledger.pricing.poll.Questions;
import io.gpuledger.pricing.provider.runpod.RunpodProvider;
import io.gpuledger.pricing.provider.runpod.http.RunpodHttp;
import io.gpuledger.pricing.publish.KafkaPublisher;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the poller of an account: the provider's door, how it is asked, where it is published. */
@Singleton
public class Pollers {

    private final PricingConfig.Pricing config;
    private final Path folder;
    private final KafkaPublisher kafka;
    private final InstantSource clock;
    private final String userAgent;

    public Pollers(
            PricingConfig config,
            KafkaPublisher kafka,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.config = config.pricing();
        this.folder = config.config().map(Settings::folder).orElse(Path.of(""));
        this.kafka = kafka;
        this.clock = clock;
        this.userAgent = "gpu-ledger/" + version;
    }

    BillWatch bills(WatchedAccount account, Consumer<BillPoller.Report> reports) {
        BillPoller poller = new BillPoller(
                account.ref(),
                new RunpodProvider(account.ref(), http(account)),
                kafka,
                new BillPoller.Past(config.billsSettledAfter(), config.billsLookBack()),
                clock);
        return new BillWatch(poller, new BillWatch.Pace(config.billsEvery(), config.backoffMax()), reports);
    }

    Enforcer enforcer(WatchedAccount account, Owners owners, Reports reports) {
        return new Enforcer(
                account,
                owners,
                new RunpodProvider(account.ref(), http(account)),
                new Enforcer.Surroundings(reports, clock, Thread::sleep));
    }

    private RunpodHttp http(WatchedAccount account) {
        return new RunpodHttp(
                account.url() == null ? RunpodHttp.PUBLIC_URL : account.url(),
                new ApiKey(account, System.getenv(), folder),
                new RunpodHttp.Limits(
                        userAgent, config.connectTimeout(), config.answerTimeout(), config.answerBytesMax()),
                clock);
    }

    AccountPoller poller(WatchedAccount account, Executor threads) {
        Questions.Pace pace =
                new Questions.Pace(config.pricesEvery(), new Gate.Patience(account.interval(), config.backoffMax()));
        Questions questions = new Questions(
                new RunpodProvider(account.ref(), http(account)),
                pace,
                threads,
                () -> ThreadLocalRandom.current().nextDouble());
        return new AccountPoller(account.ref(), questions, kafka, clock);
    }
}
