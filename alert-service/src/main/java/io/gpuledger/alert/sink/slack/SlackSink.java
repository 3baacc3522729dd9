package io.gpuledger.alert.sink.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Call;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Reply;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.common.event.Notification;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Posts a message, through an incoming webhook or as a bot. */
final class SlackSink implements Sink {

    /** What {@code chat.*} says, with a 200, when it may go better later. */
    private static final Set<String> PASSING = Set.of(
            "ratelimited",
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "team_added_to_org");

    private final SlackSettings settings;
    private final Outside outside;

    SlackSink(SlackSettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Answer send(Notification notification) throws InterruptedException, IOException {
        Map<String, Object> body = settings.message().of(outside.subject(notification));
        return answer(call(settings.url().read(), body));
    }

    private Reply call(String address, Map<String, Object> body) throws InterruptedException, IOException {
        Call call = Call.post(address, settings.http(), body);
        Secret token = settings.token();
        return outside.http().call(token == null ? call : call.with("Authorization", "Bearer " + token.read()));
    }

    /** A webhook answers in plain text; what is JSON and not ok is a refusal with a 200. */
    private static Answer answer(Reply reply) {
        JsonNode json = reply.json();
        if (!reply.isDelivered() || !json.isObject() || json.path("ok").asBoolean(true)) {
            return reply.answer();
        }
        String error = json.path("error").asText("");
        String detail = error.matches("[a-z_]{1,40}") ? "HTTP 200, " + error : "HTTP 200, not ok";
        return PASSING.contains(error) ? new Answer.Retry(detail, null) : new Answer.Rejected(detail);
    }
}
