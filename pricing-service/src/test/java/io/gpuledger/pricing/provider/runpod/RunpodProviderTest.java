package io.gpuledger.pricing.provider.runpod;

import static io.gpuledger.pricing.provider.runpod.Fixtures.ACCOUNT;
import static io.gpuledger.pricing.provider.runpod.Fixtures.AT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.value.Money;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;
import io.gpuledger.pricing.provider.FetchOutcome.Fetched;
import io.gpuledger.pricing.provider.PodsSeen;
import io.gpuledger.pricing.provider.Provider;
import io.gpuledger.pricing.provider.runpod.http.RunpodHttp;
import io.gpuledger.simulator.Simulator;
import io.gpuledger.simulator.http.Fault;
import io.gpuledger.simulator.http.FaultOrder;
import io.gpuledger.simulator.http.FaultOrder.Api;
import io.gpuledger.simulator.scenario.ScenarioFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunpodProviderTest {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);

    private Simulator simulator;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(0, ScenarioFile.demo(), Clock.fixed(AT, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private RunpodProvider provider(String key, long bytesMax) {
        var limits = new RunpodHttp.Limits("gpu-ledger/test", Duration.ofSeconds(1), ANSWER_TIMEOUT, bytesMax);
        return new RunpodProvider(
                ACCOUNT, new RunpodHttp(simulator.baseUrl(), () -> key, limits, Clock.fixed(AT, ZoneOffset.UTC)));
    }

    private RunpodProvider provider() {
        return provider("simulated", 1_000_000);
    }

    private void fails(String fault, Api api) {
        simulator
                .faults()
                .show(FaultOrder.always(Fault.named(fault).orElseThrow()).on(api));
    }

    private static PodObserved unchanged(PodObserved pod) {
        return new PodObserved(
                pod.account(),
                pod.pod(),
                pod.at(),
                pod.state(),
                pod.startedAt(),
                pod.name(),
                pod.sku(),
                pod.milliGpus(),
                pod.tier(),
                pod.cluster(),
                pod.price(),
                pod.storageRunning(),
                pod.storageStopped(),
                pod.utilisationPercent(),
                pod.labels());
    }

    private static <T> T fetched(FetchOutcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Fetched.class);
        return ((Fetched<T>) outcome).value();
    }

    private static Failure failure(FetchOutcome<?> outcome) {
        return Objects.requireNonNull(outcome.failure());
    }

    @Test
    void podsBalanceAndPricesAreFetched() {
        List<PodObserved> pods = fetched(provider().pods(AT)).pods();
        AccountObserved account = fetched(provider().account(AT));

        assertThat(pods).extracting(PodObserved::name).contains("research-llm-1", "vision-archive-1");
        assertThat(account.balance()).isEqualTo(Money.ofDollars("5000"));
        assertThat(fetched(provider().prices(AT)).rows()).hasSize(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"410", "500", "502", "malformed"})
    void graphqlTellsThePodsWhereRestCannot(String fault) {
        List<PodObserved> byRest = fetched(provider().pods(AT)).pods();
        fails(fault, Api.REST);

        List<PodObserved> byGraphql = fetched(provider().pods(AT)).pods();

        assertThat(byGraphql).map(pod -> unchanged(pod)).isEqualTo(byRest);
        assertThat(byGraphql)
                .as("only GraphQL tells when a pod was stopped")
                .allSatisfy(pod -> assertThat(pod.changedAt() != null).isEqualTo(pod.state() == PodState.STOPPED));
        assertThat(fetched(provider().prices(AT)).rows()).hasSize(13);
    }

    @ParameterizedTest
    @CsvSource({
        "401, unauthorized",
        "403, forbidden",
        "429, rate_limited",
        "410, gone",
        "500, unavailable",
        "502, unavailable",
        "malformed, malformed",
        "cut, unavailable"
    })
    void everyFaultOfBothApisHasItsReason(String fault, String reason) {
        fails(fault, Api.ALL);

        assertThat(failure(provider().pods(AT)).reason()).isEqualTo(reason);
        assertThat(failure(provider().account(AT)).reason()).isEqualTo(reason);
        assertThat(failure(provider().prices(AT)).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"errors, unavailable", "scoped-key, unauthorized", "null-account, unauthorized"})
    void aBalanceThatIsNotToldIsAFailure(String fault, String reason) {
        fails(fault, Api.GRAPHQL);

        assertThat(failure(provider().account(AT)).reason()).isEqualTo(reason);
        assertThat(fetched(provider().pods(AT)).pods()).hasSize(7);
    }

    @Test
    void podsThatAreNullAreNoPods() {
        fails("null-pods", Api.ALL);

        assertThat(fetched(provider().pods(AT))).isEqualTo(new PodsSeen(List.of(), List.of()));
    }

    @Test
    void pricesThatAreTextsArePrices() {
        List<PodObserved> numbers = fetched(provider().pods(AT)).pods();
        fails("string-prices", Api.ALL);

        assertThat(fetched(provider().pods(AT)).pods()).isEqualTo(numbers);
        assertThat(fetched(provider().account(AT)).balance()).isEqualTo(Money.ofDollars("5000"));
        assertThat(fetched(provider().prices(AT)).rows()).hasSize(13);
    }

    private static final Provider.Range HOURS =
            new Provider.Range(Instant.parse("2026-06-01T12:00:00Z"), Instant.parse("2026-06-01T14:00:00Z"));

    private List<BillLine> bills() {
        simulator.close();
        try {
            // the scenario began two hours before it is asked
            simulator = Simulator.start(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    ScenarioFile.demo(),
                    Clock.fixed(Instant.parse("2026-06-01T14:00:00Z"), ZoneOffset.UTC),
                    Instant.parse("2026-06-01T12:00:00Z"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fetched(provider().bills(HOURS, HOURS.until())).lines();
    }

    @Test
    void whatEachPodWasBilledInEachHourIsWhatItsPricesComeTo() {
        List<BillLine> lines = bills();
        Money billed = lines.stream().map(BillLine::amount).reduce(Money.ZERO, Money::plus);
        Money charged = Money.ofDollars(
                simulator.fleet().charge(HOURS.from(), HOURS.until()).dollars());

        assertThat(lines).extracting(BillLine::line).doesNotHaveDuplicates();
        assertThat(billed.minus(charged).dollars(6)).isEqualByComparingTo("0");
    }

    @Test
    void aDearBillIsATenthHigher() {
        Money fair = bills().getFirst().amount();
        fails("dear-bills", Api.REST);
        Money dear = fetched(provider().bills(HOURS, HOURS.until()))
                .lines()
                .getFirst()
                .amount();

        assertThat(dear.dollars(8))
                .isEqualByComparingTo(
                        fair.dollars(12).multiply(new BigDecimal("1.1")).setScale(8, RoundingMode.HALF_EVEN));
    }

    @Test
    void aRateLimitSaysHowLongToWait() {
        simulator.faults().show(FaultOrder.always(Fault.RATE_LIMITED).retryAfter(42));

        assertThat(failure(provider().pods(AT)))
                .isInstanceOfSatisfying(
                        Failure.RateLimited.class,
                        limited -> assertThat(limited.pause()).isEqualTo(Duration.ofSeconds(42)));
    }

    @Test
    void aSlowAnswerIsGivenUp() {
        simulator.faults().show(FaultOrder.always(Fault.SLOW).delay(Duration.ofMinutes(1)));

        assertThat(failure(provider().pods(AT)).reason()).isEqualTo("timeout");
    }

    @Test
    void anAnswerLargerThanItMayBeIsGivenUp() {
        assertThat(failure(provider("simulated", 500).pods(AT)).detail()).contains("larger than 500 bytes");
    }

    @Test
    void aWrongKeyIsUnauthorizedAndNotRepeated() {
        Failure failure = failure(provider("sk-not-this-one", 1_000_000).pods(AT));

        assertThat(failure.reason()).isEqualTo("unauthorized");
        assertThat(failure.detail()).doesNotContain("sk-not-this-one");
    }

    @Test
    void aProviderThatIsNotThereIsUnavailable() {
        simulator.close();

        assertThat(failure(provider().pods(AT)).reason()).isEqualTo("unavailable");
    }
}
