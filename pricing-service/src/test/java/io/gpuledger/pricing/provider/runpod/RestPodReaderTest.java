package io.gpuledger.pricing.provider.runpod;

import static io.gpuledger.pricing.provider.runpod.Fixtures.ACCOUNT;
import static io.gpuledger.pricing.provider.runpod.Fixtures.AT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.wire.Json;
import io.gpuledger.pricing.provider.PodsSeen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestPodReaderTest {

    private final RestPodReader reader = new RestPodReader(ACCOUNT, StoragePrices.shipped());

    private PodObserved read(JsonNode pod) {
        return reader.read(pod, AT).orElseThrow();
    }

    private PodObserved with(String field, String value) {
        return read(Fixtures.with(Fixtures.restPod(), field, value));
    }

    @Test
    void aRunningPodIsReadWhole() {
        PodObserved pod = read(Fixtures.json(Fixtures.restPod()));

        assertThat(pod.key()).isEqualTo("runpod/main/p1");
        assertThat(pod.at()).isEqualTo(AT);
        assertThat(pod.state()).isEqualTo(PodState.RUNNING);
        assertThat(pod.startedAt()).isEqualTo(Instant.parse("2026-06-01T12:02:00Z"));
        assertThat(pod.name()).isEqualTo("trainer-a");
        assertThat(pod.sku()).isEqualTo("NVIDIA GeForce RTX 4090");
        assertThat(pod.milliGpus()).isEqualTo(2000);
        assertThat(pod.price()).isEqualTo(HourlyRate.ofDollars("1.38"));
        assertThat(pod.utilisationPercent()).isEqualTo(81);
        assertThat(pod.labels())
                .isEqualTo(Map.of(
                        "cloud", "SECURE", "dataCenter", "US-KS-2", "image", "example/train:4", "template", "t9"));
    }

    @Test
    void disksCostTheirListPriceInAMonthOf720Hours() {
        PodObserved pod = read(Fixtures.json(Fixtures.restPod()));

        assertThat(pod.storageRunning()).isEqualTo(HourlyRate.ofDollars("0.009722222"));
        assertThat(pod.storageStopped()).isEqualTo(HourlyRate.ofDollars("0.005555556"));
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, 0.44, RUNNING",
        "STARTING, 0.44, RUNNING",
        "STARTING, 0.0, RUNNING",
        "PROVISIONING, 0.44, RUNNING",
        "PROVISIONING, 0.0, STOPPED",
        "ERROR, 0.44, RUNNING",
        "ERROR, 0.0, STOPPED",
        "EXITED, 0.0, STOPPED",
        "EXITED, 0.44, STOPPED",
        "MIGRATING, 0.44, RUNNING",
        "MIGRATING, 0.0, STOPPED"
    })
    void whatIsChargedFollowsStatusAndPrice(String status, String cost, PodState state) {
        PodObserved pod = read(((com.fasterxml.jackson.databind.node.ObjectNode)
                        Fixtures.with(Fixtures.restPod(), "status", '"' + status + '"'))
                .set("cost", Fixtures.json(cost)));

        assertThat(pod.state()).isEqualTo(state);
        assertThat(pod.price() != null).isEqualTo(state == PodState.RUNNING && !cost.equals("0.0"));
    }

    @Test
    void aTerminatedPodIsNoPod() {
        assertThat(reader.read(Fixtures.with(Fixtures.restPod(), "status", "\"TERMINATED\""), AT))
                .isEmpty();
    }

    @Test
    void aPriceMayBeATextAndKeepsEveryDigit() {
        assertThat(with("cost", "\"0.74\"").price()).isEqualTo(HourlyRate.ofDollars("0.74"));
        assertThat(with("cost", "1.9679999999999997").price()).isEqualTo(HourlyRate.ofDollars("1.968"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.44", "true", "null", "\"NaN\"", "\"Infinity\"", "\"free\"", "{}", "1e400", "\"\""})
    void whatIsNoPriceIsAbsentAndThePodStays(String cost) {
        PodObserved pod = with("cost", cost);

        assertThat(pod.price()).isNull();
        assertThat(pod.state()).isEqualTo(PodState.RUNNING);
    }

    @Test
    void aPodWithoutGpuHoldsNone() {
        PodObserved pod = with("gpu", "null");

        assertThat(pod.sku()).isNull();
        assertThat(pod.milliGpus()).isZero();
    }

    @Test
    void aGpuWithoutACountIsOne() {
        assertThat(with("gpu", "{\"id\": \"NVIDIA L4\"}").milliGpus()).isEqualTo(1000);
    }

    @Test
    void aTimeWithoutZoneIsNoTime() {
        assertThat(with("startedAt", "\"2026-06-01 12:02:00\"").startedAt()).isNull();
        assertThat(with("startedAt", "null").startedAt()).isNull();
    }

    @Test
    void aMemberOfAClusterNamesIt() {
        assertThat(with("cluster", "{\"id\": \"c7\", \"rank\": 0}").cluster()).isEqualTo("c7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpu   | {\"id\": \"X\", \"count\": \"two\"} | gpu.count",
                "gpu   | {\"id\": \"X\", \"count\": -1}      | gpu.count",
                "gpu   | {\"id\": \"X\", \"count\": 900000}  | milliGpus",
                "disk  | -5                                  | disk",
                "disk  | \"big\"                             | disk",
                "id    | null                                | id",
                "id    | 17                                  | id"
            })
    void aPodThatCannotBeUsedIsKeptWithItsReason(String field, String value, String reason) {
        PodsSeen seen = reader.readAll(
                List.of(Fixtures.with(Fixtures.restPod(), field, value), Fixtures.json(Fixtures.restPod())), AT);

        assertThat(seen.pods()).hasSize(1);
        assertThat(seen.unreadable()).singleElement().satisfies(pod -> {
            assertThat(pod.reason()).startsWith(reason);
            assertThat(pod.json()).contains("trainer-a").doesNotContain(Fixtures.SECRET);
        });
    }

    @Test
    void whatIsNotAPodAtAllIsUnreadableToo() {
        PodsSeen seen = reader.readAll(List.of(Fixtures.json("\"hf_do_not_tell\""), Fixtures.json("null")), AT);

        assertThat(seen.unreadable())
                .hasSize(2)
                .allSatisfy(pod -> assertThat(pod.json()).isEqualTo("{}"));
    }

    @Test
    void anIdListedTwiceIsOnePod() {
        JsonNode pod = Fixtures.json(Fixtures.restPod());

        assertThat(reader.readAll(List.of(pod, pod), AT).pods()).hasSize(1);
    }

    @Test
    void nothingOfTheEnvironmentReachesTheEvent() throws Exception {
        String written = Json.mapper().writeValueAsString(read(Fixtures.json(Fixtures.restPod())));

        assertThat(written)
                .contains("trainer-a")
                .doesNotContain(Fixtures.SECRET)
                .doesNotContain("HF_TOKEN");
    }

    @Test
    void aNameThatIsTooLongOrWildIsCutAndCleaned() {
        String name = with("name", "\"" + "x".repeat(400) + "\"").name();

        assertThat(name).hasSize(256);
        assertThat(with("name", "\"a\\nb\"").name()).isEqualTo("a b");
        assertThat(with("name", "null").name()).isEqualTo("p1");
    }
}
