package io.gpuledger.alert.sink.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Call;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Reply;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.wording.value.Subject;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import java.io.IOException;

/** Posts a card. Teams cannot change one that is posted: the end is a card of its own. */
final class TeamsSink implements Sink {

    /** Together with the frame below the 28 KB of a message, whatever the characters are. */
    private static final int TITLE_CHARS_MAX = 300;

    private static final int TEXT_CHARS_MAX = 4_000;

    private final TeamsSettings settings;
    private final Outside outside;

    TeamsSink(TeamsSettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Answer send(Notification notification) throws InterruptedException, IOException {
        Subject subject = outside.subject(notification);
        Card card = Card.of(
                settings.title().of(subject, TITLE_CHARS_MAX),
                settings.text().of(subject, TEXT_CHARS_MAX),
                notification.status() == Status.FIRING ? "Attention" : "Good");
        return answer(outside.http().call(Call.post(settings.url().read(), settings.http(), card)));
    }

    /** Some of its front doors answer 200, and say in the body that it was too much. */
    private static Answer answer(Reply reply) {
        boolean hidden = reply.isDelivered() && new String(reply.body(), UTF_8).contains("HTTP error 429");
        return hidden ? new Answer.Retry("HTTP 200 that says HTTP error 429", null) : reply.answer();
    }
}
