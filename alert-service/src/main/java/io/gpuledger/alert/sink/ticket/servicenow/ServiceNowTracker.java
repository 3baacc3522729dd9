package io.gpuledger.alert.sink.ticket.servicenow;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Call;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Reply;
import io.gpuledger.alert.sink.ticket.Step;
import io.gpuledger.alert.sink.ticket.Step.Done;
import io.gpuledger.alert.sink.ticket.Step.Ended;
import io.gpuledger.alert.sink.ticket.Tracker;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One incident for each group, under its correlation id. */
public final class ServiceNowTracker implements Tracker {

    private static final String IN_PROGRESS = "2";
    private static final String RESOLVED = "6";
    private static final int FINISHED_FROM = 6;
    private static final int CANCELED = 8;
    private static final int TITLE_CHARS_MAX = 160;

    private final Settings settings;
    private final Outside outside;

    /**
     * An instance.
     *
     * @param instance its address, without a slash at its end
     * @param apiKey sent as {@code x-sn-apikey}; absent where {@code http_config} lets us in
     * @param fields of a new incident, besides what it says
     * @param closeCode differs from instance to instance
     * @param closes whether the end resolves an incident
     */
    public record Settings(
            String instance,
            String table,
            @Nullable Secret apiKey,
            Map<String, String> fields,
            String closeCode,
            boolean closes,
            HttpSettings http) {}

    public ServiceNowTracker(Settings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Step<String> find(String key) throws InterruptedException, IOException {
        String query = URLEncoder.encode("correlation_id=" + key + "^active=true", StandardCharsets.UTF_8);
        Reply reply =
                call("GET", "?sysparm_query=" + query + "&sysparm_limit=1&sysparm_fields=sys_id,number,state", null);
        return Step.of(reply, reply.json().path("result").path(0).path("sys_id").asText(""));
    }

    @Override
    public Step<String> create(Draft draft) throws InterruptedException, IOException {
        Map<String, String> incident = new LinkedHashMap<>(settings.fields());
        incident.put(
                "short_description",
                draft.title()
                        .substring(0, Math.min(TITLE_CHARS_MAX, draft.title().length())));
        incident.put("description", draft.body());
        incident.put("correlation_id", draft.key());
        incident.put("correlation_display", "gpu-ledger");
        Reply reply = call("POST", "", incident);
        String id = reply.json().path("result").path("sys_id").asText("");
        return reply.isDelivered() && id.isEmpty()
                ? new Ended<>(new Answer.Retry("no sys_id in the answer", null))
                : Step.of(reply, id);
    }

    @Override
    public Step<Standing> standing(String reference) throws InterruptedException, IOException {
        Reply reply = call("GET", "/" + reference + "?sysparm_fields=state", null);
        if (reply.status() == 404) {
            return new Done<>(Standing.GONE);
        }
        JsonNode state = reply.json().path("result").path("state");
        int number = state.asText("").matches("-?\\d{1,3}") ? Integer.parseInt(state.asText()) : 1;
        return Step.of(
                reply,
                number < FINISHED_FROM ? Standing.OPEN : number == CANCELED ? Standing.UNWANTED : Standing.CLOSED);
    }

    @Override
    public Step<Boolean> comment(String reference, String text) throws InterruptedException, IOException {
        return Step.of(call("PATCH", "/" + reference, Map.of("comments", text)), true);
    }

    @Override
    public Step<Boolean> close(String reference, String text) throws InterruptedException, IOException {
        if (!settings.closes()) {
            return new Done<>(false);
        }
        Map<String, String> end = Map.of("state", RESOLVED, "close_code", settings.closeCode(), "close_notes", text);
        return Step.of(call("PATCH", "/" + reference, end), true);
    }

    @Override
    public Step<Boolean> reopen(String reference) throws InterruptedException, IOException {
        return Step.of(call("PATCH", "/" + reference, Map.of("state", IN_PROGRESS)), true);
    }

    @Override
    public boolean isSlowToFind() {
        return false;
    }

    private Reply call(String method, String path, @Nullable Map<String, ?> body)
            throws InterruptedException, IOException {
        String address = settings.instance() + "/api/now/table/" + settings.table() + path;
        Call call =
                body == null ? Call.get(address, settings.http()) : Call.json(method, address, settings.http(), body);
        Secret key = settings.apiKey();
        Call typed = call.with("Accept", "application/json");
        return outside.http().call(key == null ? typed : typed.with("x-sn-apikey", key.read()));
    }
}
