package io.gpuledger.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryDisplayTest {

    private static final String PAYLOAD = """
            {"version": "4", "status": "firing", "receiver": "pager", "groupLabels": {"owner": "vision"},
             "alerts": [
               {"labels": {"alertname": "burn", "severity": "page"}, "annotations": {"summary": "vision burns"}},
               {"labels": {"alertname": "idle", "severity": "page"}, "annotations": {"summary": "\\u001b[2Jpod idle"}},
               {"labels": {"alertname": "runway"}, "annotations": {}}]}
            """;

    @Test
    void aDeliveryIsOneLineWithoutWhatMovesTheCursor() throws Exception {
        assertThat(DeliveryLine.of(Json.mapper().readTree(PAYLOAD), LocalTime.of(3, 4, 5)))
                .isEqualTo("03:04:05  FIRING  pager  [owner=vision]  page burn: vision burns;"
                        + " page idle:  [2Jpod idle (and 1 more)");
    }

    @Test
    void showsWhatItIsSentAndRefusesWhatIsNoDelivery() throws Exception {
        List<String> shown = Collections.synchronizedList(new ArrayList<>());
        try (DeliveryDisplay display = DeliveryDisplay.start(0, shown::add);
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(post(client, display, PAYLOAD)).isEqualTo(200);
            assertThat(post(client, display, "[]")).isEqualTo(400);
            assertThat(post(client, display, "{")).isEqualTo(400);
        }
        assertThat(shown).singleElement().asString().contains("FIRING  pager");
    }

    private static int post(HttpClient client, DeliveryDisplay display, String body) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + display.port() + "/"))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
