package io.gpuledger.cli.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.cli.service.Answered;
import io.gpuledger.common.access.OwnToken;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigCommand.Change;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks ledger-service what its configuration is, and to change it. */
public final class LedgerClient implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI service;
    private final String base;
    private final OwnToken token;

    private LedgerClient(URI service, OwnToken token) {
        this.service = service;
        this.token = token;
        this.base = service.toString().replaceAll("/+$", "");
    }

    /** @param service base address of ledger-service */
    public static LedgerClient of(URI service, OwnToken token) throws CannotApply {
        if (!List.of("http", "https").contains(String.valueOf(service.getScheme())) || service.getHost() == null) {
            throw CannotApply.badInput("--url must be an address such as http://127.0.0.1:8102, not '" + service + "'");
        }
        return new LedgerClient(service, token);
    }

    public List<ConfigChanged> inForce() throws CannotApply {
        HttpResponse<String> answer =
                answer(HttpRequest.newBuilder(URI.create(base + "/v1/config")).timeout(ANSWER_WITHIN));
        if (Answered.wantsToken(answer.statusCode())) {
            throw CannotApply.badInput(service + ": " + Answered.problem(answer));
        }
        if (answer.statusCode() != OK) {
            throw CannotApply.unanswered(service + " does not tell its configuration: " + Answered.problem(answer));
        }
        try {
            List<ConfigChanged> resources = new ArrayList<>();
            for (JsonNode resource : Json.mapper().readTree(answer.body()).path("resources")) {
                resources.add(Json.mapper().treeToValue(resource, ConfigChanged.class));
            }
            return resources;
        } catch (JsonProcessingException e) {
            throw CannotApply.unanswered("the answer is none of ledger-service; is --url its address?");
        }
    }

    /** All of them, or none. */
    public void change(List<Change> changes, String by) throws CannotApply {
        HttpResponse<String> answer = answer(HttpRequest.newBuilder(URI.create(base + "/v1/config/changes"))
                .header("Content-Type", "application/json")
                .header("X-Changed-By", by)
                .timeout(ANSWER_WITHIN)
                .POST(BodyPublishers.ofByteArray(body(changes))));
        if (Answered.wantsToken(answer.statusCode())) {
            throw CannotApply.badInput("nothing was changed: " + Answered.problem(answer));
        }
        switch (answer.statusCode()) {
            case OK -> {}
            case CONFLICT -> throw CannotApply.conflict("nothing was changed: " + Answered.problem(answer));
            case BAD_REQUEST -> throw CannotApply.badInput("nothing was changed: " + Answered.problem(answer));
            default ->
                throw CannotApply.unanswered(
                        service + " did not say that it changed anything: " + Answered.problem(answer));
        }
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws CannotApply {
        try {
            token.showIn(request);
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (OwnToken.Unusable e) {
            throw CannotApply.badInput(String.valueOf(e.getMessage()));
        } catch (ConnectException e) {
            throw CannotApply.unanswered(service + ": nobody answers there; is it running? (./gpu-ledger status)");
        } catch (IOException e) {
            throw CannotApply.unanswered(service + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CannotApply.unanswered("interrupted");
        }
    }

    private static byte[] body(List<Change> changes) {
        try {
            return Json.mapper().writeValueAsBytes(Map.of("changes", changes));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("changes cannot be written", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
