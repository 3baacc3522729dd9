package io.gpuledger.alert.sink.ticket.known;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.SinkKind;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.sink.ticket.TicketSettings;
import io.gpuledger.alert.sink.ticket.Tracker;
import io.gpuledger.alert.sink.ticket.github.GithubTracker;
import io.gpuledger.alert.sink.ticket.servicenow.ServiceNowTracker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** {@code ticket_configs}; Alertmanager has no such receiver, and Jira has its own. */
public final class TicketKind implements SinkKind {

    private static final Duration REOPEN_WITHIN = Duration.ofDays(7);

    @Override
    public String name() {
        return "ticket";
    }

    @Override
    public SinkSettings read(Fields fields) {
        String tracker = fields.text("tracker");
        boolean closes = fields.flag("close", true);
        HttpSettings http = HttpSettings.read(fields, true);
        Function<Outside, Tracker> made = switch (tracker) {
            case "github" -> github(fields, closes, http);
            case "servicenow" -> serviceNow(fields, closes, http);
            case null, default ->
                throw fields.refused("tracker", "tracker must be github or servicenow; Jira has jira_configs");
        };
        return new TicketSettings(
                http.sendResolved(),
                made,
                fields.words("title", "{{ template \"ticket.default.title\" . }}"),
                fields.words("body", "{{ template \"ticket.default.body\" . }}"),
                fields.duration("reopen_within", REOPEN_WITHIN));
    }

    private static Function<Outside, Tracker> github(Fields fields, boolean closes, HttpSettings http) {
        String repository = fields.text("repository");
        if (repository == null || !repository.matches("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+")) {
            throw fields.refused("repository", "repository must be OWNER/NAME");
        }
        Secret token = fields.secret("token");
        if (token == null && !http.access().isNamed()) {
            throw fields.refused("token", "one of token or token_file must be configured");
        }
        List<String> labels = fields.texts("labels");
        GithubTracker.Settings settings = new GithubTracker.Settings(
                HttpSettings.url(fields, "api_url", "https://api.github.com").replaceAll("/+$", ""),
                repository,
                token,
                labels.isEmpty() ? List.of("gpu-ledger") : labels,
                closes,
                http);
        return outside -> new GithubTracker(settings, outside);
    }

    private static Function<Outside, Tracker> serviceNow(Fields fields, boolean closes, HttpSettings http) {
        String table = Objects.requireNonNullElse(fields.text("table"), "incident");
        if (!table.matches("[A-Za-z0-9_]{1,80}")) {
            throw fields.refused("table", "table must be the name of a table");
        }
        Map<String, String> given = fields.map("fields");
        ServiceNowTracker.Settings settings = new ServiceNowTracker.Settings(
                HttpSettings.url(fields, "url", null).replaceAll("/+$", ""),
                table,
                fields.secret("api_key"),
                given.isEmpty() ? Map.of("urgency", "2", "impact", "2") : given,
                Objects.requireNonNullElse(fields.text("close_code"), "Resolved by caller"),
                closes,
                http);
        return outside -> new ServiceNowTracker(settings, outside);
    }
}
