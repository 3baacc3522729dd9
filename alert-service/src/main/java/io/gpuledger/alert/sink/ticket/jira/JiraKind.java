package io.gpuledger.alert.sink.ticket.jira;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.SinkKind;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.sink.ticket.TicketSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** {@code jira_configs}. */
public final class JiraKind implements SinkKind {

    @Override
    public String name() {
        return "jira";
    }

    @Override
    public SinkSettings read(Fields fields) {
        String project = fields.text("project");
        if (project == null) {
            throw fields.refused("project", "missing project in jira_config");
        }
        String issueType = fields.text("issue_type");
        if (issueType == null) {
            throw fields.refused("issue_type", "missing issue_type in jira_config");
        }
        String url = HttpSettings.url(fields, "api_url", fields.global("jira_api_url"));
        boolean cloud = cloud(fields, url);
        HttpSettings http = HttpSettings.read(fields, true);
        JiraSettings settings = new JiraSettings(
                api(url, cloud),
                cloud,
                project,
                issueType,
                fields.wordsInOrder("labels"),
                fields.words("priority", "{{ template \"jira.default.priority\" . }}"),
                fields.jsonByName("fields"),
                new JiraSettings.Transitions(
                        fields.text("resolve_transition"),
                        fields.text("reopen_transition"),
                        fields.text("wont_fix_resolution")),
                http);
        Duration reopen = fields.duration("reopen_duration", Duration.ZERO);
        return new TicketSettings(
                http.sendResolved(),
                outside -> new JiraTracker(settings, outside),
                fields.words("summary", "{{ template \"jira.default.summary\" . }}"),
                fields.words("description", "{{ template \"jira.default.description\" . }}"),
                reopen.isZero() ? null : reopen);
    }

    private static boolean cloud(Fields fields, String url) {
        String type = fields.text("api_type");
        if (type != null && !List.of("auto", "cloud", "datacenter").contains(type)) {
            throw fields.refused("api_type", "unknown api_type on jira_config, must be auto, cloud or datacenter");
        }
        if (type == null || type.equals("auto")) {
            return URI.create(url).getHost().endsWith(".atlassian.net");
        }
        return type.equals("cloud");
    }

    private static String api(String url, boolean cloud) {
        String base = url.replaceAll("/+$", "");
        return base.matches(".*/rest/api/[23]") ? base : base + "/rest/api/" + (cloud ? 3 : 2);
    }
}
