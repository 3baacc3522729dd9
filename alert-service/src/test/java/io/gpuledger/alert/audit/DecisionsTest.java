package io.gpuledger.alert.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.AuditEntry.Outcome;
import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.event.ConfigDecided.Changed;
import io.gpuledger.common.event.ConfigDecided.Reason;
import io.gpuledger.common.event.ConfigDecided.Refusal;
import io.gpuledger.common.event.ConfigKind;
import io.gpuledger.common.event.ManagedBy;
import io.gpuledger.common.event.Via;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {

    private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");

    @Test
    void hasAnEntryForEachResourceThatWasChanged() {
        ConfigDecided decided = new ConfigDecided(
                "c1",
                AT,
                "ann",
                ManagedBy.REST,
                7,
                List.of(
                        new Changed(ConfigKind.BUDGET, "ml", null, "aa"),
                        new Changed(ConfigKind.RULE, "burn", "bb", null)),
                List.of());

        var entries = Decisions.entries(decided);

        assertThat(entries).extracting(entry -> entry.object()).containsExactly("budget/ml", "rule/burn");
        assertThat(entries).extracting(entry -> entry.entry()).doesNotHaveDuplicates();
        assertThat(entries.getFirst())
                .returns("ann", entry -> entry.by())
                .returns(AT, entry -> entry.at())
                .returns(Via.REST, entry -> entry.via())
                .returns(Outcome.DONE, entry -> entry.outcome())
                .returns("version 7", entry -> entry.reason());
        assertThat(entries.getFirst().before()).isNull();
        assertThat(entries.getFirst().after()).containsEntry("sha256", "aa");
        assertThat(entries.getLast().after()).isNull();
    }

    @Test
    void saysWhyAChangeWasRefused() {
        Refusal refusal = new Refusal(Reason.VERSION, ConfigKind.RULE, "burn", 3, "is at version 3, not 2");
        ConfigDecided decided = new ConfigDecided("c1", AT, "ann", ManagedBy.FILE, 7, List.of(), List.of(refusal));

        assertThat(Decisions.entries(decided)).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(entry.via()).isEqualTo(Via.FILE);
            assertThat(entry.reason()).isEqualTo("version: is at version 3, not 2");
        });
    }

    @Test
    void saysNothingOfACommandThatChangedNothing() {
        assertThat(Decisions.entries(new ConfigDecided("c1", AT, "ann", ManagedBy.FILE, 7, List.of(), List.of())))
                .isEmpty();
    }
}
