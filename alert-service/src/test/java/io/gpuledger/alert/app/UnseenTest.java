package io.gpuledger.alert.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.alert.Fingerprint;
import io.gpuledger.common.event.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnseenTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private int notYet;
    private final Unseen unseen = new Unseen((fingerprint, at) -> {
        asked.add(fingerprint);
        return asked.size() > notYet;
    });

    private static Alert alert(String name) {
        Map<String, String> labels = Map.of(Alert.NAME, name);
        return new Alert(Fingerprint.of(labels), labels, Map.of(), NOW, NOW, null, false, null);
    }

    @Test
    void whoAsksWaitsForTheLastAlertOfTheLastPost() {
        notYet = 2;
        unseen.add(List.of(alert("a"), alert("b")));
        unseen.add(List.of(alert("c"), alert("d")));

        unseen.awaitAll();

        String last = alert("d").fingerprint();
        assertThat(asked).containsExactly(last, last, last);
    }

    @Test
    void whatWasWaitedForIsNotWaitedForAgain() {
        unseen.add(List.of(alert("a")));
        unseen.add(List.of(alert("b")));
        unseen.awaitAll();
        asked.clear();

        unseen.awaitAll();
        unseen.awaitRoom();

        assertThat(asked).isEmpty();
    }

    @Test
    void whoPostsWaitsOnlyWhereTheDeskIsFarBehindAndOnlyForTheOldest() {
        unseen.add(Collections.nCopies(Unseen.ALERTS_MAX, alert("a")));
        unseen.awaitRoom();
        assertThat(asked).isEmpty();

        unseen.add(List.of(alert("b")));
        unseen.awaitRoom();
        assertThat(asked).containsExactly(alert("a").fingerprint());
    }
}
