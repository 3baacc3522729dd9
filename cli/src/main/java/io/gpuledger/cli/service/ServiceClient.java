package io.gpuledger.cli.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.access.OwnToken;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks a service over HTTP. */
public final class ServiceClient implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI service;
    private final String base;
    private final OwnToken token;

    private ServiceClient(URI service, OwnToken token) {
        this.service = service;
        this.token = token;
        this.base = service.toString().replaceAll("/+$", "");
    }

    static ServiceClient of(URI service, OwnToken token) throws Refused {
        if (!List.of("http", "https").contains(String.valueOf(service.getScheme())) || service.getHost() == null) {
            throw Refused.badInput("--url must be an address such as http://127.0.0.1:8103, not '" + service + "'");
        }
        return new ServiceClient(service, token);
    }

    /** A text as a part of a path. */
    public static String part(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    public JsonNode get(String path, Map<String, String> parameters) throws Refused {
        return answer(request(path, parameters).GET());
    }

    public JsonNode post(String path, Map<String, String> parameters) throws Refused {
        return answer(request(path, parameters).POST(BodyPublishers.noBody()));
    }

    public JsonNode postJson(String path, Map<String, String> fields) throws Refused {
        return answer(request(path, Map.of())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.mapper().valueToTree(fields).toString())));
    }

    /** @param by who wants it */
    public JsonNode delete(String path, Map<String, String> parameters, String by) throws Refused {
        return answer(request(path, parameters).header("X-Changed-By", by).DELETE());
    }

    private HttpRequest.Builder request(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + part(one.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(base + path + (query.isEmpty() ? "" : "?" + query)))
                .timeout(ANSWER_WITHIN);
    }

    private JsonNode answer(HttpRequest.Builder request) throws Refused {
        try {
            token.showIn(request);
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw Refused.answered(response.statusCode(), Answered.problem(response));
            }
            return Json.mapper().readTree(response.body());
        } catch (OwnToken.Unusable e) {
            throw Refused.badInput(String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            throw Refused.unanswered("what " + service + " answers is not understood; is it the service's address?");
        } catch (ConnectException e) {
            throw Refused.unanswered("nobody answers at " + service + "; is it running? (./gpu-ledger status)");
        } catch (IOException e) {
            throw Refused.unanswered(service + " cannot be asked: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.unanswered("interrupted");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
