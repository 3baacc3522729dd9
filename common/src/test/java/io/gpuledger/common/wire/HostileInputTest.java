package io.gpuledger.common.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.PodObserved;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody could send to hurt: it is refused quickly, with the field and the rule, and is not repeated. */
class HostileInputTest {

    private static final String ACCOUNT = "{'account':{'provider':'runpod','name':'main'},'at':%s,'balance':%s}";

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "0e999999999", "9e30"})
    @Timeout(2)
    void aNumberThatIsShortToWriteAndLongToReckonIsRefusedAtOnce(String number) {
        assertThat(refusal(
                        AccountObserved.class, ACCOUNT.formatted("'2026-11-21T08:00:00Z'", "{'usd':'" + number + "'}")))
                .startsWith("balance: money must have at most");
        assertThat(refusal(PodObserved.class, "{'price':" + number + "}")).startsWith("price: rate must");
    }

    @ParameterizedTest
    @CsvSource({
        "-1000000000-01-01T00:00:00Z, 2026-01-01T00:00:00Z, from",
        "2026-01-01T00:00:00Z, +1000000000-12-31T23:59:59Z, until",
        "1969-12-31T23:59:59Z, 2026-01-01T00:00:00Z, from",
        "2026-01-01T00:00:00Z, 2200-01-01T00:00:00Z, until"
    })
    void anInstantNoGpuWasThereAtIsRefused(String from, String until, String field) {
        assertThat(refusal(JobRecorded.class, job(from, until)))
                .isEqualTo(field + " must be from year 1970 to year 2199");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1795248000250", "1795248000", "1795248000.25", "true", "{}", "[]"})
    void aTimeThatIsNoTextIsRefusedAndNotGuessed(String at) {
        assertThat(refusal(AccountObserved.class, ACCOUNT.formatted(at, "{'units':'1'}")))
                .isEqualTo("at: must be a time such as 2026-11-21T08:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'state':'s3cret'}; state: must be one of RUNNING, STOPPED, GONE",
                "{'at':'s3cret'}; at: must be a time such as 2026-11-21T08:00:00Z",
                "{'milliGpus':'s3cret'}; milliGpus: must be a whole number",
                "{'milliGpus':1.5}; milliGpus: must be a whole number",
                "{'price':'s3cret'}; price: must be a number",
                "{'account':'s3cret'}; account: must be an object with fields",
                "{'account':s3cret}; is not well-formed",
                "{'labels':{'a':['s3cret']}}; labels.a: must be a text"
            })
    void theReasonNamesFieldAndRuleAndDoesNotRepeatWhatWasRead(String json, String reason) {
        assertThat(refusal(PodObserved.class, json))
                .isEqualTo(reason)
                .doesNotContain("s3cret", "io.gpuledger", "java.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "accounts: [{name: m; f.yaml:1",
                "rules: [{name: a, metric: bogus, above: 1, severity: page}]; f.yaml:1: rules[0].metric: must be one of burn_multiple, burn_of_expected, budget_percent, forecast_percent, budget_hours, balance",
                "budgets: [{name: a, owner: b, amount: ten}]; f.yaml:1: budgets[0].amount: must be a number",
                "budgets: [{name: a, owner: b, amount: 1, zone: Mars/Base}]; f.yaml:1: budgets[0].zone: must be a time zone such as Europe/Berlin",
                "accounts: nope; f.yaml:1: accounts: must be a list",
                "accounts: [{name: m, provider: runpod, keyEnv: K, pollInterval: 999999999y}]; f.yaml:1: accounts[0].pollInterval: duration must be at most 200y"
            })
    void aBrokenConfigurationIsOneLine(String yaml, String line) {
        assertThatThrownBy(() -> ConfigFile.parse("f.yaml", yaml))
                .isInstanceOf(ConfigFile.Refused.class)
                .message()
                .startsWith(line)
                .hasLineCount(1);
    }

    private static String job(String from, String until) {
        return "{'account':{'provider':'csv','name':'t'},'job':'j','owner':'o','milliGpus':1,"
                + "'at':'2026-11-21T08:00:00Z','from':'" + from + "','until':'" + until + "'}";
    }

    private static String refusal(Class<? extends Event> type, String json) {
        try {
            Event read = Json.mapper().readValue(json.replace('\'', '"'), type);
            throw new AssertionError("was read as " + read);
        } catch (JsonProcessingException e) {
            return Malformed.place(e) + Malformed.reason(e);
        }
    }
}
