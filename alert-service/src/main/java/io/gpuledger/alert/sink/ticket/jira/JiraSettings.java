package io.gpuledger.alert.sink.ticket.jira;

import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.wording.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A project of Jira.
 *
 * @param api with its version, and without a slash at its end: {@code …/rest/api/3}
 * @param cloud whether it is searched as Jira Cloud is
 * @param fields of a new issue, as JSON
 */
record JiraSettings(
        String api,
        boolean cloud,
        String project,
        String issueType,
        List<Words> labels,
        Words priority,
        Map<String, String> fields,
        Transitions transitions,
        HttpSettings http) {

    /**
     * The names of what may be done; absent means that it is not done.
     *
     * @param unwanted the resolution of an issue that is not opened again
     */
    record Transitions(
            @Nullable String resolve,
            @Nullable String reopen,
            @Nullable String unwanted) {}

    /** Whether texts are written in Atlassian's document format. */
    boolean documents() {
        return api.endsWith("/3");
    }
}
