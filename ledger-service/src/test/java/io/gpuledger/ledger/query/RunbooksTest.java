package io.gpuledger.ledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.config.Rule.Metric;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.query.rules.Runbooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunbooksTest {

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyMetricHasOneThatSaysWhatItMeansAndWhatToDo(Metric metric) {
        assertThat(Runbooks.of(metric.word()))
                .startsWith("# " + metric.word() + "\n")
                .contains("**It means**", "\n1. ")
                .doesNotContain("## ");
    }

    @Test
    void whatIsNoMetricIsRefused() {
        assertThatThrownBy(() -> Runbooks.of("weather"))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("metric must be one of burn_multiple, ");
    }
}
