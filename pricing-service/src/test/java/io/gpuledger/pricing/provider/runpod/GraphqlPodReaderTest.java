package io.gpuledger.pricing.provider.runpod;

import static io.gpuledger.pricing.provider.runpod.Fixtures.ACCOUNT;
import static io.gpuledger.pricing.provider.runpod.Fixtures.AT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.wire.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
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
    void aStartThatIsToldByItselfIsNotToldTwice() {
        String change = "\"Rented by User: Mon Jun 01 2026 12:02:00 GMT+0000 (Coordinated Universal Time)\"";

        assertThat(with("lastStatusChange", change).changedAt()).isNull();
    }

    /** What the state is, what the provider says of its last change, and what follows. */
    @ParameterizedTest
    @CsvSource({
        "EXITED, 'Exited by user: Tue Dec 16 2025 17:44:56 GMT+0000 (Coordinated Universal Time)', 2025-12-16T17:44:56Z",
        "EXITED, 'Exited by Runpod: Tue Dec 16 2025 17:44:56 GMT+0100 (Central European)', 2025-12-16T16:44:56Z",
        "EXITED, 'Outbid: Mon Jun 1 2026 12:09:30 GMT+0000', 2026-06-01T12:09:30Z",
        "RUNNING, 'Rented by User: Mon Jun 01 2026 12:02:00 GMT+0000 (Coordinated Universal Time)', 2026-06-01T12:02:00Z",
        "RUNNING, 'Resumed by user: Mon Jun 01 2026 12:02:00 GMT+0000 (Coordinated Universal Time)', 2026-06-01T12:02:00Z"
    })
    void theProvidersOwnTimeOfTheChangeIsRead(String status, String change, Instant at) {
        assertThat(changed(status, '"' + change + '"')).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({
        "EXITED, 'Rented by User: Tue Dec 16 2025 17:44:56 GMT+0000 (Coordinated Universal Time)'",
        "RUNNING, 'Exited by user: Tue Dec 16 2025 17:44:56 GMT+0000 (Coordinated Universal Time)'",
        "EXITED, 'Exited by user: yesterday'",
        "EXITED, 'Exited by user: Mon Dec 16 2025 17:44:56 GMT+0000'",
        "EXITED, 'Exited by user'",
        "EXITED, ''",
        "EXITED, ': '"
    })
    void aChangeThatIsNotTheOneOfTheStateOrCannotBeReadIsNone(String status, String change) {
        assertThat(changed(status, '"' + change + '"')).isNull();
        assertThat(changed(status, "null")).isNull();
        assertThat(changed(status, "7")).isNull();
    }

    private @Nullable Instant changed(String status, String change) {
        ObjectNode pod = (ObjectNode) Fixtures.with(Fixtures.graphqlPod(), "desiredStatus", '"' + status + '"');
        pod.set("lastStatusChange", Fixtures.json(change));
        pod.remove("lastStartedAt");
        return reader.read(pod, AT).orElseThrow().changedAt();
    }

    @Test
    void nothingOfTheEnvironmentIsAskedForOrKept() throws Exception {
        PodObserved pod = reader.read(Fixtures.json(Fixtures.graphqlPod()), AT).orElseThrow();

        assertThat(GraphqlPodReader.SELECTION).doesNotContain("env");
        assertThat(Json.mapper().writeValueAsString(pod)).doesNotContain(Fixtures.SECRET);
    }
}
