package io.gpuledger.alert.sink.heartbeat;

import io.gpuledger.alert.alert.Beat;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Call;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.common.event.Notification;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Calls the address, where both what was written and what was decided of it are fresh. */
final class HeartbeatSink implements Sink {

    /** So many times its schedule a crossing may be old: the desk looks on a schedule of its own. */
    private static final int FRESH_FOR = 2;

    private static final Answer TOO_LATE = new Answer.Rejected("too late: another one is on its way");

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HeartbeatSettings settings;
    private final Outside outside;

    HeartbeatSink(HeartbeatSettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Answer send(Notification said) throws InterruptedException, IOException {
        Instant now = outside.clock().instant();
        Instant nextAt = said.at().plus(settings.every());
        if (!now.isBefore(nextAt)) {
            return TOO_LATE;
        }
        Instant fresh = now.minus(settings.every().multipliedBy(FRESH_FOR));
        if (said.alerts().stream().noneMatch(told -> isWrittenSince(fresh, told))) {
            return new Answer.Rejected("no crossing has come through for two of its intervals");
        }
        HttpSettings http = HttpSettings.plain(patience(Duration.between(now, nextAt)));
        Call call = new Call("POST", settings.url().read(), Map.of(), new byte[0], http);
        Answer answer = outside.http().call(call).answer();
        return answer instanceof Answer.Retry retry && !isInTime(retry, nextAt) ? TOO_LATE : answer;
    }

    /** The next one comes behind this one, and must not wait for it. */
    private static Duration patience(Duration left) {
        return left.compareTo(TIMEOUT) > 0 ? TIMEOUT : left;
    }

    private boolean isInTime(Answer.Retry retry, Instant nextAt) {
        Duration after = retry.after();
        Instant again = outside.clock().instant().plus(after == null ? Duration.ZERO : after);
        return again.isBefore(nextAt);
    }

    private static boolean isWrittenSince(Instant fresh, Notification.Told told) {
        return Beat.writtenAt(told.annotations())
                .filter(written -> !written.isBefore(fresh))
                .isPresent();
    }
}
