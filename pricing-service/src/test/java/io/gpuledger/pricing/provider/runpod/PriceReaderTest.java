package io.gpuledger.pricing.provider.runpod;

import static io.gpuledger.pricing.provider.runpod.Fixtures.AT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.event.PricesListed.Row;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceReaderTest {

    @Test
    void aPlaceholderIsNoPrice() {
        var listed = PriceReader.graphql(Fixtures.json("""
                {"gpuTypes": [
                  {"id": "A", "displayName": "a", "memoryInGb": 80, "secureCloud": true, "communityCloud": false,
                   "securePrice": 1.74, "communityPrice": 0.5, "secureSpotPrice": 0.95, "communitySpotPrice": null},
                  {"id": "B", "displayName": "b", "memoryInGb": 24, "secureCloud": false, "communityCloud": true,
                   "securePrice": 0, "communityPrice": 0.22, "secureSpotPrice": null, "communitySpotPrice": 0},
                  {"id": "unknown", "displayName": "unknown", "memoryInGb": 0, "secureCloud": true,
                   "communityCloud": true, "securePrice": 0, "communityPrice": null}]}"""), AT);

        assertThat(rows(listed))
                .containsExactly(
                        row("A", "a", Tier.ON_DEMAND, "secure", "1.74", 80),
                        row("A", "a", Tier.SPOT, "secure", "0.95", 80),
                        row("B", "b", Tier.ON_DEMAND, "community", "0.22", 24));
    }

    @Test
    void restListsPricesOfSingleGpus() {
        var listed = PriceReader.rest(Fixtures.json("""
                {"gpus": [{"id": "NVIDIA L4", "name": "L4", "memory": 24, "secure": true, "community": false,
                           "price": {"secure": "0.43", "community": 0.31, "serverless": 1.1},
                           "maxCount": {"secure": 8, "community": 0}}]}"""), AT);

        assertThat(rows(listed)).containsExactly(row("NVIDIA L4", "L4", Tier.ON_DEMAND, "secure", "0.43", 24));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"gpus\": null}", "{\"gpus\": {}}", "{\"gpus\": []}", "{\"gpus\": [{\"id\": 7}]}"})
    void anAnswerWithoutPricesIsMalformedAndReplacesNoList(String body) {
        assertThat(PriceReader.rest(Fixtures.json(body), AT).failure()).isInstanceOf(Failure.Malformed.class);
    }

    private static Row row(String sku, String name, Tier tier, String cloud, String price, int memory) {
        return new Row(sku, name, tier, cloud, HourlyRate.ofDollars(price), memory);
    }

    private static java.util.List<Row> rows(FetchOutcome<PricesListed> listed) {
        assertThat(listed).isInstanceOf(FetchOutcome.Fetched.class);
        return ((FetchOutcome.Fetched<PricesListed>) listed).value().rows();
    }
}
