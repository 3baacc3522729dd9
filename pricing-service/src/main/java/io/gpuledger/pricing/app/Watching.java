package io.gpuledger.pricing.app;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.WatchedAccount;
import io.gpuledger.pricing.poll.Watch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Watches every account on a thread of its own, from when Kafka is there until the service stops. */
@Singleton
public class Watching {

    private static final Logger LOG = Logger.getLogger(Watching.class);

    private final LedgerFile settings;
    private final Pollers pollers;
    private final Connection connection;
    private final PollLog log;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Watching(LedgerFile settings, Pollers pollers, Connection connection, PollLog log, InstantSource clock) {
        this.settings = settings;
        this.pollers = pollers;
        this.connection = connection;
        this.log = log;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        settings.accounts().forEach(account -> {
            threads.execute(() -> watch(account));
            threads.execute(() -> watchBills(account));
        });
        threads.execute(connection::lookAfter);
        if (settings.accounts().isEmpty()) {
            LOG.info("no account is watched: the configuration names none");
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        threads.shutdownNow();
    }

    private void watch(WatchedAccount account) {
        watch(
                account,
                () -> new Watch(
                        pollers.poller(account, threads),
                        account.interval(),
                        clock,
                        report -> log.polled(account, report)));
    }

    private void watchBills(WatchedAccount account) {
        watch(account, () -> pollers.bills(account, report -> log.billed(account, report)));
    }

    private void watch(WatchedAccount account, Supplier<Runnable> watch) {
        try {
            connection.await();
            watch.get().run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(e, "account=%s is no longer watched: this is a bug", account.ref());
            throw e;
        }
    }
}
