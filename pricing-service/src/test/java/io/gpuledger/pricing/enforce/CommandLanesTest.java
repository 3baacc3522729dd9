package io.gpuledger.pricing.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.WatchedAccount;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.event.action.ActionCommand;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.event.action.ActionOrder.Verb;
import io.gpuledger.common.event.action.Exemption;
import io.gpuledger.pricing.provider.BillsSeen;
import io.gpuledger.pricing.provider.Deed;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;
import io.gpuledger.pricing.provider.PodsSeen;
import io.gpuledger.pricing.provider.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandLanesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final AccountRef MAIN = new AccountRef("runpod", "main");
    private static final AccountRef LAB = new AccountRef("runpod", "lab");

    private final Semaphore mainMayGoOn = new Semaphore(0);
    private final AtomicInteger inMain = new AtomicInteger();
    private final AtomicInteger mostInMain = new AtomicInteger();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CommandLanes lanes =
            new CommandLanes(Map.of(MAIN, enforcer(MAIN), LAB, enforcer(LAB)), (what, why) -> done.add(what));

    private final class SlowProvider implements Provider {

        private final AccountRef account;

        SlowProvider(AccountRef account) {
            this.account = account;
        }

        @Override
        public FetchOutcome<Deed> act(Verb verb, String id) {
            if (account.equals(MAIN)) {
                mostInMain.accumulateAndGet(inMain.incrementAndGet(), Math::max);
                mainMayGoOn.acquireUninterruptibly();
                inMain.decrementAndGet();
            }
            done.add(account + "/" + id);
            return FetchOutcome.fetched(Deed.DONE);
        }

        @Override
        public FetchOutcome<PodsSeen> pods(Instant at) {
            return unasked();
        }

        @Override
        public FetchOutcome<AccountObserved> account(Instant at) {
            return unasked();
        }

        @Override
        public FetchOutcome<PricesListed> prices(Instant at) {
            return unasked();
        }

        @Override
        public FetchOutcome<BillsSeen> bills(Range range, Instant at) {
            return unasked();
        }

        private static <T> FetchOutcome<T> unasked() {
            return FetchOutcome.failed(new Failure.Malformed("nobody asked"));
        }
    }

    private Enforcer enforcer(AccountRef account) {
        return new Enforcer(
                new WatchedAccount(
                        account.name(), "runpod", "KEY", null, null, null, List.of(Verb.SCALE_ENDPOINT_TO_ZERO)),
                Optional::empty,
                new SlowProvider(account),
                new Enforcer.Surroundings(step -> {}, InstantSource.fixed(NOW), time -> {}));
    }

    private static ActionCommand command(AccountRef account, String endpoint) {
        return new ActionCommand(
                endpoint,
                NOW,
                NOW.plus(Duration.ofMinutes(10)),
                new ActionOrder(Verb.SCALE_ENDPOINT_TO_ZERO, account, endpoint, null, false, Exemption.NONE, 5));
    }

    private static void until(BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @AfterEach
    void close() {
        mainMayGoOn.release(100);
        lanes.close();
    }

    @Test
    void ofOneAccountOneAtATimeAndNoAccountWaitsForAnother() {
        lanes.accept(0, command(MAIN, "e0"));
        lanes.accept(1, command(MAIN, "e1"));
        lanes.accept(2, command(LAB, "e2"));
        until(() -> done.contains("runpod/lab/e2"));
        assertThat(lanes.safeOffset()).isEqualTo(OptionalLong.of(0));

        mainMayGoOn.release(2);
        until(() -> lanes.waiting() == 0);

        assertThat(done).containsExactly("runpod/lab/e2", "runpod/main/e0", "runpod/main/e1");
        assertThat(mostInMain).hasValue(1);
        assertThat(lanes.safeOffset()).isEqualTo(OptionalLong.of(3));
    }

    @Test
    void theCommandsOfOtherAccountsArePassedBy() {
        lanes.accept(0, command(new AccountRef("runpod", "elsewhere"), "e0"));

        assertThat(lanes.waiting()).isZero();
        assertThat(lanes.safeOffset()).isEqualTo(OptionalLong.of(1));
    }
}
