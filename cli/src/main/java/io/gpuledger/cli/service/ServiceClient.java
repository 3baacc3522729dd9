package io.gpuledger.cli.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.access.OwnToken;
import io.gpuledger.common.tls.Believed;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Asks a service over HTTP; every command does so through this. */
public final class ServiceClient implements AutoCloseable {

    /** The header that says who wants a change. */
    public static final String BY = "X-Changed-By";

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);

    /** As long as pricing-service may take for a batch of events. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private static final int OK = 200;

    private final HttpClient client;
    private final URI service;
    private final String base;
    private final OwnToken token;

    private ServiceClient(HttpClient client, URI service, OwnToken token) {
        this.client = client;
        this.service = service;
        this.token = token;
        this.base = service.toString().replaceAll("/+$", "");
    }

    /** @param caFile whose certificates are believed; absent means those the Java runtime knows */
    public static ServiceClient of(URI service, OwnToken token, @Nullable Path caFile) throws Refused {
        if (!List.of("http", "https").contains(String.valueOf(service.getScheme())) || service.getHost() == null) {
            throw Refused.badInput("--url must be an address such as http://127.0.0.1:8102, not '" + service + "'");
        }
        try {
            HttpClient.Builder client =
                    HttpClient.newBuilder().connectTimeout(CONNECTED_WITHIN).version(HttpClient.Version.HTTP_1_1);
            if ("https".equals(service.getScheme())) {
                client.sslContext(Believed.context(caFile));
            }
            return new ServiceClient(client.build(), service, token);
        } catch (Believed.Unusable e) {
            throw Refused.badInput(String.valueOf(e.getMessage()));
        }
    }

    /** Who wants it where nobody is named. */
    public static String user() {
        return System.getProperty("user.name", "unknown");
    }

    /** The service's base address. */
    public URI address() {
        return service;
    }

    /** A text as a part of a path. */
    public static String part(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    public JsonNode get(String path, Map<String, String> parameters) throws Refused {
        return read(request(path, parameters).GET());
    }

    /** @param by who wants it */
    public JsonNode post(String path, Map<String, String> parameters, String by) throws Refused {
        return read(request(path, parameters).header(BY, by).POST(BodyPublishers.noBody()));
    }

    public JsonNode postJson(String path, Map<String, String> fields) throws Refused {
        return read(request(path, Map.of())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.mapper().valueToTree(fields).toString())));
    }

    /** @param by who wants it */
    public JsonNode delete(String path, Map<String, String> parameters, String by) throws Refused {
        return read(request(path, parameters).header(BY, by).DELETE());
    }

    /** The answer as it is, whatever it says. */
    public HttpResponse<String> send(String path, JsonNode body, Map<String, String> headers) throws Refused {
        HttpRequest.Builder request = request(path, Map.of()).POST(BodyPublishers.ofString(body.toString()));
        headers.forEach(request::header);
        return answer(request);
    }

    private HttpRequest.Builder request(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + part(one.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(base + path + (query.isEmpty() ? "" : "?" + query)))
                .timeout(ANSWER_WITHIN);
    }

    private JsonNode read(HttpRequest.Builder request) throws Refused {
        HttpResponse<String> response = answer(request);
        if (response.statusCode() != OK) {
            throw Refused.answered(response.statusCode(), Answered.problem(response));
        }
        try {
            return Json.mapper().readTree(response.body());
        } catch (JsonProcessingException e) {
            throw Refused.unanswered("what " + service + " answers is not understood; is it the service's address?");
        }
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws Refused {
        try {
            return client.send(token.shownIn(request), BodyHandlers.ofString());
        } catch (OwnToken.Unusable e) {
            throw Refused.badInput(String.valueOf(e.getMessage()));
        } catch (SSLException e) {
            throw Refused.badInput(service + " is not believed to be who it says (" + e.getMessage()
                    + "); whose certificates are believed is said with " + Access.CA_HINT);
        } catch (ConnectException e) {
            throw Refused.nobodyThere("nobody answers at " + service + "; is it running? (./gpu-ledger status)");
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
