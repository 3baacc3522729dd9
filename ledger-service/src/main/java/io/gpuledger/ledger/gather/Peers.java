package io.gpuledger.ledger.gather;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gpuledger.common.access.OwnToken;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.SSLException;
import org.apache.kafka.streams.state.HostInfo;

/** Asks another instance over HTTP; once, and not for long. */
final class Peers implements AutoCloseable {

    /** Where instances ask one another. */
    static final String PATH = "/internal/v1/ask";

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    /** It did not answer, for a reason of one line. */
    static final class Silent extends Exception {
        Silent(String reason) {
            super(reason);
        }
    }

    private final HttpClient client;
    private final Manners manners;

    Peers(Manners manners) {
        this.manners = manners;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(manners.answerWithin());
        this.client = (manners.believed() == null ? builder : builder.sslContext(manners.believed())).build();
    }

    Wire.Told ask(HostInfo host, Wire.Asked asked) throws Silent {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address(host))
                    .timeout(manners.answerWithin())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(asked)));
            HttpResponse<byte[]> response = client.send(manners.token().shownIn(request), BodyHandlers.ofByteArray());
            if (response.statusCode() == UNAUTHORIZED) {
                throw new Silent("wants a token that it knows (" + OwnToken.FILE_VARIABLE + ")");
            }
            if (response.statusCode() != OK) {
                throw new Silent("answered " + response.statusCode());
            }
            return Json.mapper().readValue(response.body(), Wire.Told.class);
        } catch (OwnToken.Unusable e) {
            throw new Silent("is not asked: " + e.getMessage());
        } catch (JsonProcessingException e) {
            throw new Silent("answered something else");
        } catch (SSLException e) {
            throw new Silent("cannot be asked over TLS: " + e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            throw new Silent("cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Silent("was not waited for");
        }
    }

    private URI address(HostInfo host) {
        return URI.create(
                (manners.believed() == null ? "http://" : "https://") + host.host() + ":" + host.port() + PATH);
    }

    @Override
    public void close() {
        client.close();
    }
}
