package io.gpuledger.alert.sink.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Call;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.wording.Words;
import io.gpuledger.alert.wording.value.Unwritable;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls a webhook. The same notification carries the same {@code Idempotency-Key}, however often it is tried. */
final class WebhookSink implements Sink {

    private final WebhookSettings settings;
    private final Outside outside;

    WebhookSink(WebhookSettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Answer send(Notification notification) throws InterruptedException, IOException {
        byte[] body;
        String address;
        try {
            address = address(notification);
            body = body(notification);
        } catch (Unwritable e) {
            return new Answer.Rejected("the template of the address or the body cannot be written: " + e.getMessage());
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Idempotency-Key", notification.id());
        headers.put("Content-Type", settings.templates().contentType());
        sign(headers, notification.id(), body);
        Call call = new Call("POST", address, headers, body, settings.http());
        return outside.http().call(call).answer();
    }

    private String address(Notification notification) throws IOException {
        Words template = settings.templates().url();
        Secret url = settings.url();
        return url == null && template != null
                ? template.exactly(outside.subject(notification)).strip()
                : url == null ? "" : url.read();
    }

    /** A body that cannot be written is not replaced by a sentence: its reader is a program. */
    private byte[] body(Notification notification) {
        Words template = settings.templates().body();
        if (template != null) {
            return template.exactly(outside.subject(notification)).getBytes(UTF_8);
        }
        try {
            return Json.mapper()
                    .writeValueAsBytes(WebhookPayload.of(notification, settings.maxAlerts(), outside.externalUrl()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a payload can always be written", e);
        }
    }

    /** The id stays the same however often it is tried; the time is that of the attempt. */
    private void sign(Map<String, String> headers, String id, byte[] body) throws IOException {
        Secret signing = settings.signing();
        if (signing == null) {
            return;
        }
        String keys = signing.read();
        if (!Signature.isKeys(keys)) {
            throw new IOException("the file of signing_secret holds no key");
        }
        long timestamp = outside.clock().instant().getEpochSecond();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(timestamp));
        headers.put("webhook-signature", Signature.of(keys, id, timestamp, body));
    }
}
