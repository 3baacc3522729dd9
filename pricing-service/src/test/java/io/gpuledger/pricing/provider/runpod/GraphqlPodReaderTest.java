package io.gpuledger.pricing.provider.runpod;

import static io.gpuledger.pricing.provider.runpod.Fixtures.ACCOUNT;
import static io.gpuledger.pricing.provider.runpod.Fixtures.AT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.wire.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphqlPodReaderTest {

    private final GraphqlPodReader reader = new GraphqlPodReader(ACCOUNT, StoragePrices.shipped());

    private PodObserved with(String field, String value) {
        return reader.read(Fixtures.with(Fixtures.graphqlPod(), field, value), AT)
                .orElseThrow();
    }

    @Test
    void aPodReadsTheSameAsInRestButForItsFinerStart() {
        PodObserved graphql =
                reader.read(Fixtures.json(Fixtures.graphqlPod()), AT).orElseThrow();
        PodObserved rest = new RestPodReader(ACCOUNT, StoragePrices.shipped())
                .read(Fixtures.with(Fixtures.restPod(), "startedAt", "\"2026-06-01T12:02:00.250Z\""), AT)
                .orElseThrow();

        assertThat(graphql).isEqualTo(rest);
        assertThat(graphql.startedAt()).isEqualTo(Instant.parse("2026-06-01T12:02:00.250Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, RUNNING",
        "RESTARTING, RUNNING",
        "EXITED, STOPPED",
        "PAUSED, STOPPED",
        "DEAD, STOPPED",
        "CREATED, STOPPED",
        "LEVITATING, RUNNING"
    })
    void theIntentIsTakenForTheState(String status, PodState state) {
        assertThat(with("desiredStatus", '"' + status + '"').state()).isEqualTo(state);
    }

    @Test
    void aTerminatedPodIsNoPod() {
        assertThat(reader.read(Fixtures.with(Fixtures.graphqlPod(), "desiredStatus", "\"TERMINATED\""), AT))
                .isEmpty();
    }

    @Test
    void aStoppedPodHasNoPriceThoughItShowsOne() {
        assertThat(with("desiredStatus", "\"EXITED\"").price()).isNull();
    }

    @Test
    void aSavingsPlanGoesBeforeTheListPrice() {
        assertThat(with("adjustedCostPerHr", "1.1").price()).isEqualTo(HourlyRate.ofDollars("1.1"));
    }

    @Test
    void anInterruptablePodIsSpot() {
        assertThat(with("podType", "\"INTERRUPTABLE\"").tier()).isEqualTo(Tier.SPOT);
        assertThat(with("podType", "\"RESERVED\"").tier()).isEqualTo(Tier.ON_DEMAND);
    }

    @Test
    void nothingOfTheEnvironmentIsAskedForOrKept() throws Exception {
        PodObserved pod = reader.read(Fixtures.json(Fixtures.graphqlPod()), AT).orElseThrow();

        assertThat(GraphqlPodReader.SELECTION).doesNotContain("env");
        assertThat(Json.mapper().writeValueAsString(pod)).doesNotContain(Fixtures.SECRET);
    }
}
