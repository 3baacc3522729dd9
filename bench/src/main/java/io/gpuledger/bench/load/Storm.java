package io.gpuledger.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Many alerts of several groups, posted in batches as Prometheus posts them. */
public final class Storm {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int OK = 200;

    private final String name;
    private final int alerts;
    private final int groups;

    public Storm(String name, int alerts, int groups) {
        this.name = name;
        this.alerts = alerts;
        this.groups = groups;
    }

    public int alerts() {
        return alerts;
    }

    /** All of them, one batch after the other; returns when the last is taken. */
    public void post(URI base, int batch) {
        for (int begin = 0; begin < alerts; begin += batch) {
            post(base, begin, Math.min(alerts, begin + batch));
        }
    }

    /** The alerts from one number up to before another. */
    public void post(URI base, int from, int until) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/v2/alerts"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body(from, until)))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException("HTTP " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private byte[] body(int from, int until) {
        String now = Instant.now().toString();
        List<Map<String, Object>> batch = new ArrayList<>();
        for (int alert = from; alert < until; alert++) {
            batch.add(Map.of("labels", labels(alert), "annotations", annotations(alert), "startsAt", now));
        }
        try {
            return Json.mapper().writeValueAsBytes(batch);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> labels(int alert) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("alertname", name);
        labels.put("severity", "page");
        labels.put("owner", name + "-" + alert % groups);
        labels.put("pod", name + "-pod-" + alert);
        labels.put("account", "runpod/main");
        return labels;
    }

    private static Map<String, String> annotations(int alert) {
        return Map.of(
                "summary", "pod " + alert + " burns 4.2x of its plan", "runbook_url", "https://runbooks.example/");
    }
}
