package io.gpuledger.alert.sink.known;

import io.gpuledger.alert.sink.SinkKind;
import io.gpuledger.alert.sink.action.ActionKind;
import io.gpuledger.alert.sink.email.EmailKind;
import io.gpuledger.alert.sink.exec.ExecKind;
import io.gpuledger.alert.sink.ntfy.NtfyKind;
import io.gpuledger.alert.sink.opsgenie.OpsgenieKind;
import io.gpuledger.alert.sink.pagerduty.PagerDutyKind;
import io.gpuledger.alert.sink.slack.SlackKind;
import io.gpuledger.alert.sink.teams.TeamsKind;
import io.gpuledger.alert.sink.ticket.jira.JiraKind;
import io.gpuledger.alert.sink.ticket.known.TicketKind;
import io.gpuledger.alert.sink.webhook.WebhookKind;
import java.util.List;

/** The kinds of receivers there are: a new one is a line here. */
public final class SinkKinds {

    public static final List<SinkKind> ALL = List.of(
            new WebhookKind(),
            new PagerDutyKind(),
            new SlackKind(),
            new OpsgenieKind(),
            new TeamsKind(),
            new NtfyKind(),
            new EmailKind(),
            new ExecKind(),
            new JiraKind(),
            new TicketKind(),
            new ActionKind());

    /** What Alertmanager has and we do not send to. */
    public static final List<String> NOT_SENT_TO = List.of(
            "discord",
            "incidentio",
            "mattermost",
            "msteams",
            "pushover",
            "rocketchat",
            "sns",
            "telegram",
            "victorops",
            "webex",
            "wechat");

    private SinkKinds() {}
}
