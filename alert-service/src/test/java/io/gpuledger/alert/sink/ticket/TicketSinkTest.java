package io.gpuledger.alert.sink.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.MemoryReceipts;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkStage;
import io.gpuledger.alert.sink.Stub;
import io.gpuledger.alert.sink.Stub.Got;
import io.gpuledger.alert.sink.Stub.Reply;
import io.gpuledger.alert.sink.ticket.TicketStage.Ticket;
import io.gpuledger.alert.sink.ticket.TicketStage.Tickets;
import io.gpuledger.alert.wording.Saying;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Receipt.State;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of a ticket, the same at every tracker. */
class TicketSinkTest {

    private final Tickets tickets = new Tickets();
    private SinkStage stage;

    enum Place {
        GITHUB("ticket", "tracker: github, api_url: 'URL', repository: acme/gpu, token: hunter2"),
        SERVICENOW("ticket", "tracker: servicenow, url: 'URL', api_key: hunter2"),
        JIRA_CLOUD(
                "jira",
                "api_url: 'URL', api_type: cloud, project: FIN, issue_type: Task, resolve_transition: Done, "
                        + "reopen_transition: To Do, http_config: {basic_auth: {username: u, password: hunter2}}"),
        JIRA_DATA_CENTER(
                "jira",
                "api_url: 'URL/rest/api/2', project: FIN, issue_type: Task, resolve_transition: done, "
                        + "reopen_transition: to do, reopen_duration: 7d, http_config: {bearer_token: hunter2}");

        private final String kind;
        private final String config;

        Place(String kind, String config) {
            this.kind = kind;
            this.config = config;
        }

        Function<Got, Reply> behaviour(Tickets tickets) {
            return switch (this) {
                case GITHUB -> TicketStage.github(tickets);
                case SERVICENOW -> TicketStage.serviceNow(tickets);
                case JIRA_CLOUD -> TicketStage.jira(tickets, "/rest/api/3");
                case JIRA_DATA_CENTER -> TicketStage.jira(tickets, "/rest/api/2");
            };
        }
    }

    @BeforeEach
    void start() throws IOException {
        stage = new SinkStage();
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private Sink sink(Place place) {
        stage.stub().answers(place.behaviour(tickets));
        return stage.sink(place.kind, place.config);
    }

    private static Notification firing(String id) {
        return Saying.of(id, Status.FIRING, Saying.told("ml", Status.FIRING));
    }

    private Ticket only() {
        assertThat(tickets).hasSize(1);
        return tickets.values().iterator().next();
    }

    @ParameterizedTest
    @EnumSource
    void isMadeOnceCommentedClosedAndOpenedAgain(Place place) throws Exception {
        Sink sink = sink(place);

        assertThat(sink.send(firing("n-1"))).isInstanceOf(Answer.Delivered.class);
        assertThat(only().text)
                .contains("ml burns 15.2x its plan", Saying.firing().dedupKey());
        assertThat(sink.send(firing("n-2"))).isInstanceOf(Answer.Delivered.class);
        assertThat(only().comments).hasSize(1);
        assertThat(sink.send(Saying.of("n-3", Status.RESOLVED, Saying.told("ml", Status.RESOLVED))))
                .isInstanceOf(Answer.Delivered.class);
        assertThat(only().state).isEqualTo("closed");
        assertThat(sink.send(firing("n-4"))).isInstanceOf(Answer.Delivered.class);
        assertThat(only().state).isEqualTo("open");
        assertThat(only().comments).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundAgainAfterACrashBetweenMakingItAndNotingItDown(Place place) throws Exception {
        Sink sink = sink(place);
        stage.receipts().crashBeforeTheNextIsKept();

        assertThatThrownBy(() -> sink.send(firing("n-1"))).isInstanceOf(MemoryReceipts.Crash.class);
        assertThat(sink.send(firing("n-1"))).isInstanceOf(Answer.Delivered.class);

        assertThat(only().comments).isEmpty();
        assertThat(stage.receipts().states()).containsExactly(State.INTENDED, State.OPEN);
    }

    @ParameterizedTest
    @EnumSource
    void isNotMadeAgainWhileASearchMayLagBehind(Place place) throws Exception {
        Sink sink = sink(place);
        stage.receipts().crashBeforeTheNextIsKept();
        tickets.hidden = true;

        assertThatThrownBy(() -> sink.send(firing("n-1"))).isInstanceOf(MemoryReceipts.Crash.class);
        Answer answer = sink.send(firing("n-1"));

        if (place.kind.equals("jira")) {
            assertThat(answer)
                    .isEqualTo(new Answer.Retry(
                            "a ticket may have been made, and is not found yet", Duration.ofSeconds(30)));
            assertThat(tickets).hasSize(1);
        } else {
            assertThat(answer).isInstanceOf(Answer.Delivered.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNotCommentedTwiceForTheSameNotification(Place place) throws Exception {
        Sink sink = sink(place);
        sink.send(firing("n-1"));

        sink.send(firing("n-2"));
        sink.send(firing("n-2"));

        assertThat(only().comments).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void isMadeAnewWhereSomebodyDeletedIt(Place place) throws Exception {
        Sink sink = sink(place);
        sink.send(firing("n-1"));
        tickets.clear();

        assertThat(sink.send(firing("n-2"))).isInstanceOf(Answer.Delivered.class);
        assertThat(tickets).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void isNotMadeForAnEnd(Place place) throws Exception {
        assertThat(sink(place).send(Saying.resolved())).isEqualTo(new Answer.Delivered("there is no ticket to close"));
        assertThat(tickets).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void waitsWhereTheTrackerIsBusyOrBrokenAndGivesUpWhereItIsRefused(Place place) throws Exception {
        Sink sink = stage.sink(place.kind, place.config);

        stage.stub().answers(any -> new Reply(429, Map.of("Retry-After", "9"), ""));
        assertThat(sink.send(firing("n-1"))).isEqualTo(new Answer.Retry("HTTP 429", Duration.ofSeconds(9)));
        stage.stub().answers(503, "<html>");
        assertThat(sink.send(firing("n-1"))).isEqualTo(new Answer.Retry("HTTP 503", null));
        stage.stub().answers(any -> Stub.Reply.CUT);
        assertThat(sink.send(firing("n-1"))).isInstanceOf(Answer.Retry.class);
        stage.stub().answers(401, "");
        assertThat(sink.send(firing("n-1"))).isEqualTo(new Answer.Rejected("HTTP 401"));
        assertThat(stage.receipts().states()).isEmpty();
    }

    @Test
    void waitsForGithubsSecondaryLimits() throws Exception {
        Sink sink = sink(Place.GITHUB);

        stage.stub().answers(any -> new Reply(403, Map.of("retry-after", "60"), ""));
        assertThat(sink.send(firing("n-1"))).isEqualTo(new Answer.Retry("HTTP 403, limited", Duration.ofMinutes(1)));
        String reset = String.valueOf(SinkStage.NOW.plusSeconds(90).getEpochSecond());
        stage.stub()
                .answers(any -> new Reply(403, Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", reset), ""));
        assertThat(sink.send(firing("n-1"))).isEqualTo(new Answer.Retry("HTTP 403, limited", Duration.ofSeconds(90)));
        stage.stub().answers(403, "");
        assertThat(sink.send(firing("n-1"))).isEqualTo(new Answer.Rejected("HTTP 403"));
    }

    @ParameterizedTest
    @EnumSource
    void isClosedThoughTheNoteOfItWasLost(Place place) throws Exception {
        Sink sink = sink(place);
        stage.receipts().crashBeforeTheNextIsKept();
        assertThatThrownBy(() -> sink.send(firing("n-1"))).isInstanceOf(MemoryReceipts.Crash.class);
        stage.receipts().crashBeforeTheNextIsKept();
        Notification end = Saying.of("n-2", Status.RESOLVED, Saying.told("ml", Status.RESOLVED));

        assertThatThrownBy(() -> sink.send(end)).isInstanceOf(MemoryReceipts.Crash.class);
        sink.send(end);

        assertThat(only().state).isEqualTo("closed");
    }

    @Test
    void leavesAloneWhatSomebodyDoesNotWant() throws Exception {
        Sink sink = sink(Place.GITHUB);
        sink.send(firing("n-1"));
        only().state = "closed";
        only().reason = "not_planned";

        assertThat(sink.send(firing("n-2"))).isEqualTo(new Answer.Delivered("ticket 1 is not wanted"));
        assertThat(only().state).isEqualTo("closed");
    }

    @Test
    void speaksJirasDocumentFormatInVersion3AndPlainTextIn2() throws Exception {
        sink(Place.JIRA_CLOUD).send(firing("n-1"));
        Got cloud = stage.stub().last();
        tickets.clear();
        sink(Place.JIRA_DATA_CENTER).send(Saying.of("n-9", Status.FIRING, Saying.told("cv", Status.FIRING)));

        assertThat(cloud.path()).isEqualTo("/rest/api/3/issue");
        assertThat(cloud.body().at("/fields/description/type").asText()).isEqualTo("doc");
        assertThat(cloud.body().at("/fields/project/key").asText()).isEqualTo("FIN");
        assertThat(cloud.body().at("/fields/priority/name").asText()).isEqualTo("High");
        assertThat(cloud.header("Authorization")).startsWith("Basic ");
        assertThat(stage.stub().calls()).extracting(Got::path).contains("/rest/api/3/search/jql");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ticket | tracker: gitlab | tracker must be github or servicenow; Jira has jira_configs",
                "ticket | tracker: github, repository: x | repository must be OWNER/NAME",
                "ticket | tracker: github, repository: a/b | one of token or token_file must be configured",
                "ticket | tracker: servicenow | url must start with http",
                "jira | api_url: 'URL', issue_type: Bug | missing project in jira_config",
                "jira | api_url: 'URL', project: P | missing issue_type in jira_config",
                "jira | project: P, issue_type: Bug | api_url must start with http",
                "jira | api_url: 'URL', project: P, issue_type: Bug, api_type: x | unknown api_type on jira_config"
            })
    void refusesSettingsThatCannotBe(String kind, String config, String rule) {
        assertThatThrownBy(() -> stage.sink(kind, config)).hasMessageContaining(rule);
    }
}
