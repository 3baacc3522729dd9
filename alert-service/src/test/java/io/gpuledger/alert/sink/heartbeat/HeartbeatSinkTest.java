package io.gpuledger.alert.sink.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.alert.alert.Beat;
import io.gpuledger.alert.alert.CrossingReader;
import io.gpuledger.alert.alert.Links;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.SinkStage;
import io.gpuledger.alert.sink.Stub;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Notification.Told;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeartbeatSinkTest {

    private static final Instant NOW = SinkStage.NOW;

    private final SinkStage stage;

    HeartbeatSinkTest() throws IOException {
        stage = new SinkStage();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Answer sent(Instant written, Instant decided) throws Exception {
        HeartbeatSettings settings =
                new HeartbeatSettings(Secret.of(stage.stub().url()), Duration.ofMinutes(1));
        return settings.sink(stage.outside()).send(said(written, decided));
    }

    private static Notification said(Instant written, Instant decided) {
        Alert beat = new CrossingReader(new Links("http://ledger.example")).alertOf(Beat.crossing(written));
        Told told = new Told(
                Status.FIRING, beat.fingerprint(), beat.labels(), beat.annotations(), beat.startsAt(), null, null);
        return new Notification(
                "n",
                "d",
                decided,
                Beat.NAME,
                Beat.INTEGRATION,
                0,
                "{}:{}",
                1,
                Status.FIRING,
                "repeat interval elapsed",
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(told),
                0,
                null);
    }

    @Test
    void callsItsAddressWithNothingInIt() throws Exception {
        assertThat(sent(NOW.minusSeconds(61), NOW.minusSeconds(1))).isInstanceOf(Answer.Delivered.class);
        assertThat(stage.stub().calls()).hasSize(1);
    }

    @Test
    void isNotSentWhereNoCrossingComesThroughThoughTheDeskGoesOn() throws Exception {
        assertThat(sent(NOW.minusSeconds(121), NOW.minusSeconds(1))).isInstanceOf(Answer.Rejected.class);
        assertThat(stage.stub().calls()).isEmpty();
    }

    @Test
    void isNotSentLaterThanTheNextOneIsDue() throws Exception {
        assertThat(sent(NOW.minusSeconds(61), NOW.minusSeconds(61))).isInstanceOf(Answer.Rejected.class);
        assertThat(stage.stub().calls()).isEmpty();
    }

    @Test
    void triesAgainWhereTheOtherEndIsBusyBrokenOrCutOff() throws Exception {
        for (Stub.Reply reply : List.of(Stub.Reply.of(429, ""), Stub.Reply.of(503, ""), Stub.Reply.CUT)) {
            stage.stub().answers(any -> reply);
            assertThat(sent(NOW, NOW)).isInstanceOf(Answer.Retry.class);
        }
        stage.stub().answers(404, "");
        assertThat(sent(NOW, NOW)).isEqualTo(new Answer.Rejected("HTTP 404"));
    }

    @Test
    void waitsForAnAnswerNoLongerThanUntilTheNextOneIsDue() throws Exception {
        stage.stub().answers(any -> Stub.Reply.SILENT);

        assertThat(sent(NOW, NOW.minusMillis(59_800)).detail()).isEqualTo("no answer within 200 ms");
    }

    @Test
    void isNotTriedAgainWhenTheNextOneIsDueWhateverTheOtherEndAsksFor() throws Exception {
        stage.stub().answers(any -> new Stub.Reply(429, Map.of("Retry-After", "50"), ""));
        assertThat(sent(NOW, NOW)).isEqualTo(new Answer.Retry("HTTP 429", Duration.ofSeconds(50)));
        assertThat(sent(NOW, NOW.minusSeconds(11))).isInstanceOf(Answer.Rejected.class);
    }
}
