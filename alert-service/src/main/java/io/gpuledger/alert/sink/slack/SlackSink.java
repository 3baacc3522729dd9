package io.gpuledger.alert.sink.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Call;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Reply;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Receipt;
import io.gpuledger.common.event.Receipt.State;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Posts a message, through an incoming webhook or as a bot; a bot can change it in place. */
final class SlackSink implements Sink {

    /** What {@code chat.*} says, with a 200, when it may go better later. */
    private static final Set<String> PASSING = Set.of(
            "ratelimited",
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "team_added_to_org");

    /** What it says of a message that cannot be changed. */
    private static final Set<String> LOST =
            Set.of("message_not_found", "cant_update_message", "edit_window_closed", "channel_not_found");

    private final SlackSettings settings;
    private final Outside outside;

    SlackSink(SlackSettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Answer send(Notification notification) throws InterruptedException, IOException {
        Map<String, Object> body = settings.message().of(outside.subject(notification));
        String address = settings.url().read();
        if (!settings.updates()) {
            return answer(call(address, body));
        }
        Receipt last = outside.receipts()
                .of(notification)
                .filter(receipt -> receipt.state() == State.OPEN)
                .orElse(null);
        return last == null ? posted(notification, address, body) : updated(notification, last, body);
    }

    private Answer posted(Notification notification, String address, Map<String, Object> body)
            throws InterruptedException, IOException {
        Reply reply = call(address, body);
        Answer answer = answer(reply);
        String channel = reply.json().path("channel").asText("");
        String at = reply.json().path("ts").asText("");
        if (answer instanceof Answer.Delivered && !channel.isEmpty() && !at.isEmpty()) {
            note(notification, channel + "/" + at);
        }
        return answer;
    }

    /** A message that is gone, or may not be changed any more, is posted anew. */
    private Answer updated(Notification notification, Receipt last, Map<String, Object> body)
            throws InterruptedException, IOException {
        String reference = String.valueOf(last.reference());
        int slash = reference.indexOf('/');
        Map<String, Object> change = new LinkedHashMap<>(body);
        change.put("channel", reference.substring(0, Math.max(0, slash)));
        change.put("ts", reference.substring(slash + 1));
        String address = settings.url().read();
        Reply reply = call(address.replaceAll("chat\\.postMessage$", "chat.update"), change);
        if (LOST.contains(reply.json().path("error").asText(""))) {
            return posted(notification, address, body);
        }
        Answer answer = answer(reply);
        if (answer instanceof Answer.Delivered) {
            note(notification, reference);
        }
        return answer;
    }

    private void note(Notification notification, String reference) throws InterruptedException {
        State state = notification.status() == Status.FIRING ? State.OPEN : State.CLOSED;
        outside.receipts().keep(Receipt.of(notification, outside.clock().instant(), state, reference));
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
