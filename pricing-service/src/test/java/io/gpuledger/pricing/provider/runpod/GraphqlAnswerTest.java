package io.gpuledger.pricing.provider.runpod;

import static io.gpuledger.pricing.provider.runpod.Fixtures.ACCOUNT;
import static io.gpuledger.pricing.provider.runpod.Fixtures.AT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphqlAnswerTest {

    private static FetchOutcome<AccountObserved> account(String body) {
        return GraphqlAnswer.myself(Fixtures.json(body)).then(myself -> AccountReader.read(myself, ACCOUNT, AT));
    }

    @Test
    void aBalanceIsReadToItsLastDigit() {
        var outcome = account("{\"data\":{\"myself\":{\"clientBalance\":106.2332144429,\"currentSpendPerHr\":1.439,"
                + "\"spendLimit\":80}}}");

        assertThat(outcome)
                .isEqualTo(FetchOutcome.fetched(new AccountObserved(
                        ACCOUNT,
                        AT,
                        Money.ofDollars("106.2332144429"),
                        HourlyRate.ofDollars("1.439"),
                        HourlyRate.ofDollars("80"))));
    }

    @Test
    void aBalanceMayBeATextOrBelowZero() {
        var outcome = account("{\"data\":{\"myself\":{\"clientBalance\":\"-0.10\"}}}");

        assertThat(outcome)
                .isEqualTo(
                        FetchOutcome.fetched(new AccountObserved(ACCOUNT, AT, Money.ofDollars("-0.10"), null, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"myself\":{}}}",
                "{\"data\":{\"myself\":{\"clientBalance\":null}}}",
                "{\"data\":{\"myself\":{\"clientBalance\":true}}}",
                "{\"data\":{\"myself\":{\"clientBalance\":\"NaN\"}}}",
                "{\"data\":{}}",
                "{\"data\":[]}",
                "{}"
            })
    void aMissingBalanceIsAFailureNotZero(String body) {
        assertThat(account(body).failure()).isInstanceOf(Failure.Malformed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\":{\"myself\":null}}                                                                | unauthorized",
                "{\"errors\":[{\"message\":\"Unauthorized\"}],\"data\":{\"myself\":null}}                    | unauthorized",
                "{\"errors\":[{\"message\":\"Something went wrong.\"}],\"data\":{\"myself\":null}}           | unavailable",
                "{\"errors\":[\"just a text\"],\"data\":{\"myself\":null}}                                   | unavailable",
                "{\"errors\":\"just a text\"}                                                                | unavailable",
                "{\"errors\":[{\"message\":\"x\"}],\"data\":{\"myself\":{\"clientBalance\":5,\"pods\":null}}}| unavailable"
            })
    void errorsComeWithStatus200(String body, String reason) {
        assertThat(Objects.requireNonNull(account(body).failure()).reason()).isEqualTo(reason);
    }

    @Test
    void anEmptyListOfErrorsIsNone() {
        assertThat(account("{\"errors\":[],\"data\":{\"myself\":{\"clientBalance\":5}}}")
                        .failure())
                .isNull();
    }
}
