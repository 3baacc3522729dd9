package io.gpuledger.alert.sink.ticket.github;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds its issues by a mark in their text, among those with the first of its labels. */
public final class GithubTracker implements Tracker {

    private static final int PAGES_MAX = 5;
    private static final int PAGE = 100;
    private static final Duration LIMITED_FOR = Duration.ofMinutes(1);

    private final Settings settings;
    private final Outside outside;

    /**
     * A repository.
     *
     * @param api where the API is, without a slash at its end
     * @param labels at least one
     * @param closes whether the end closes an issue
     */
    public record Settings(
            String api,
            String repository,
            @Nullable Secret token,
            List<String> labels,
            boolean closes,
            HttpSettings http) {}

    public GithubTracker(Settings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Step<String> find(String key) throws InterruptedException, IOException {
        String label = URLEncoder.encode(settings.labels().getFirst(), StandardCharsets.UTF_8);
        for (int page = 1; page <= PAGES_MAX; page++) {
            Reply reply = call("GET", "?state=open&per_page=" + PAGE + "&labels=" + label + "&page=" + page, null);
            if (!reply.isDelivered()) {
                return new Ended<>(answer(reply));
            }
            JsonNode issues = reply.json();
            for (JsonNode issue : issues) {
                if (issue.path("body").asText("").contains(mark(key))) {
                    return new Done<>(issue.path("number").asText());
                }
            }
            if (issues.size() < PAGE) {
                return new Done<>("");
            }
        }
        return new Done<>("");
    }

    @Override
    public Step<String> create(Draft draft) throws InterruptedException, IOException {
        Reply reply = call(
                "POST",
                "",
                Map.of(
                        "title", draft.title(),
                        "body", draft.body() + "\n\n" + mark(draft.key()),
                        "labels", settings.labels()));
        String number = reply.json().path("number").asText("");
        return reply.isDelivered() && number.isEmpty()
                ? new Ended<>(new Answer.Retry("no number in the answer", null))
                : step(reply, number);
    }

    @Override
    public Step<Standing> standing(String reference) throws InterruptedException, IOException {
        Reply reply = call("GET", "/" + reference, null);
        if (reply.status() == 404 || reply.status() == 410) {
            return new Done<>(Standing.GONE);
        }
        if (reply.json().path("state").asText().equals("open")) {
            return step(reply, Standing.OPEN);
        }
        boolean unwanted = reply.json().path("state_reason").asText().equals("not_planned");
        return step(reply, unwanted ? Standing.UNWANTED : Standing.CLOSED);
    }

    @Override
    public Step<Boolean> comment(String reference, String text) throws InterruptedException, IOException {
        return step(call("POST", "/" + reference + "/comments", Map.of("body", text)), true);
    }

    @Override
    public Step<Boolean> close(String reference, String text) throws InterruptedException, IOException {
        if (!settings.closes()) {
            return new Done<>(false);
        }
        Step<Boolean> told = comment(reference, text);
        return told instanceof Ended<Boolean>
                ? told
                : step(call("PATCH", "/" + reference, Map.of("state", "closed", "state_reason", "completed")), true);
    }

    @Override
    public Step<Boolean> reopen(String reference) throws InterruptedException, IOException {
        return step(call("PATCH", "/" + reference, Map.of("state", "open")), true);
    }

    @Override
    public boolean isSlowToFind() {
        return false;
    }

    private static String mark(String key) {
        return "<!-- gpu-ledger-alert:" + key + " -->";
    }

    private Reply call(String method, String path, @Nullable Map<String, ?> body)
            throws InterruptedException, IOException {
        String address = settings.api() + "/repos/" + settings.repository() + "/issues" + path;
        Call call =
                body == null ? Call.get(address, settings.http()) : Call.json(method, address, settings.http(), body);
        Secret token = settings.token();
        Call typed = call.with("Accept", "application/vnd.github+json").with("X-GitHub-Api-Version", "2022-11-28");
        return outside.http().call(token == null ? typed : typed.with("Authorization", "Bearer " + token.read()));
    }

    private <T> Step<T> step(Reply reply, T value) {
        return reply.isDelivered() ? new Done<>(value) : new Ended<>(answer(reply));
    }

    /** A 403 is a limit, and passes, where the headers say so. */
    private Answer answer(Reply reply) {
        boolean spent = reply.header("x-ratelimit-remaining").equals("0");
        String after = reply.header("retry-after");
        if (reply.status() != 403 || (!spent && after.isEmpty())) {
            return reply.answer();
        }
        if (after.matches("\\d{1,6}")) {
            return new Answer.Retry("HTTP 403, limited", Duration.ofSeconds(Long.parseLong(after)));
        }
        String reset = reply.header("x-ratelimit-reset");
        Duration until = reset.matches("\\d{1,12}")
                ? Duration.between(outside.clock().instant(), Instant.ofEpochSecond(Long.parseLong(reset)))
                : LIMITED_FOR;
        return new Answer.Retry("HTTP 403, limited", until.isNegative() ? Duration.ZERO : until);
    }
}
