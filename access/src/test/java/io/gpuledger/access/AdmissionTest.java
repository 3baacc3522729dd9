package io.gpuledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.8.8.8"})
    void onThisMachineNobodyIsAsked(String host) {
        assertThat(Admission.of(host, false, false)).isInstanceOf(Admission.ThisMachine.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "no-such-host.invalid"})
    void whatOthersCanReachDoesNotStartWithoutALock(String host) {
        assertThat(Admission.of(host, false, false))
                .isInstanceOfSatisfying(
                        Admission.Refused.class,
                        refused -> assertThat(refused.problem())
                                .contains(
                                        host,
                                        "GPU_LEDGER_TOKENS_FILE",
                                        "GPU_LEDGER_ALLOW_ANONYMOUS",
                                        "QUARKUS_HTTP_HOST"));
    }

    @Test
    void somebodyMaySayThatItIsGuardedElsewhere() {
        assertThat(Admission.of("0.0.0.0", false, true))
                .isInstanceOfSatisfying(
                        Admission.GuardedElsewhere.class,
                        guarded -> assertThat(guarded.warning()).contains("0.0.0.0", "GPU_LEDGER_ALLOW_ANONYMOUS"));
    }

    @Test
    void aTokensFileLocksWhateverElseIsSaid() {
        assertThat(Admission.of("0.0.0.0", true, true)).isInstanceOf(Admission.Locked.class);
    }
}
