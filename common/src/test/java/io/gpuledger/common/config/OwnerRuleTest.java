package io.gpuledger.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.AccountRef;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnerRuleTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "res-*, res-1, true",
                "res-*, res-, true",
                "res-*, a-res-1, false",
                "*, anything at all, true",
                "*-llm-*, a-llm-b, true",
                "a *, a b, true",
                "a *, ab, false",
                "`* `, `x `, true",
                "`* `, x, false",
                "a.c, abc, false",
                "\\E*, \\Ex, true"
            })
    void aStarStandsForAnyCharactersAndNothingElseIsSpecial(String pattern, String name, boolean matches) {
        OwnerRule rule = new OwnerRule("owner", null, null, null, pattern, Map.of(), null, null);

        assertThat(rule.matches(new AccountRef("runpod", "main"), name, Map.of()))
                .isEqualTo(matches);
    }
}
