package io.gpuledger.cli.letters;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.cli.service.Output;
import io.gpuledger.cli.service.Refused;
import io.gpuledger.cli.service.ServiceClient;
import io.gpuledger.cli.service.Talk;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What could not be used: to look at, and to write back to its topic after a fix. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Look at what could not be used, and write it back after a fix.",
        footer = {"", "Exit codes: 1 ledger-service did not do it, 2 bad input."})
public final class DeadLettersCommand implements Callable<Integer> {

    private static final int PAGE_USUAL = 20;
    private static final String LETTERS = "/v1/dead-letters";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final LetterChoice choice = new LetterChoice();

    /** Alone it lists. */
    @Override
    public Integer call() {
        return list(PAGE_USUAL);
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Show letters, the newest first.")
    int list(
            @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "1 to 500. Default: 20")
                    int limit) {
        Map<String, String> parameters = choice.parameters();
        parameters.put("limit", Integer.toString(limit));
        return Talk.with(choice.url(), choice.access(), spec, service -> {
            JsonNode page = service.get(LETTERS, parameters);
            for (JsonNode letter : page.path("letters")) {
                print(letter);
            }
            if (page.path("letters").isEmpty()) {
                out().println("no dead letters");
            } else if (page.hasNonNull("next")) {
                out().println("... more before " + page.path("next").asText());
            }
        });
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Show one letter with its payload.")
    int show(@Parameters(paramLabel = "ID", description = "Such as 0-4711.") String id) {
        return Talk.with(choice.url(), choice.access(), spec, service -> {
            JsonNode letter = service.get(LETTERS + "/" + id, Map.of());
            letter.properties().forEach(field -> {
                if (!field.getKey().equals("payload")) {
                    out().printf(
                                    Locale.ROOT,
                                    "%-10s %s%n",
                                    field.getKey(),
                                    field.getValue().asText());
                }
            });
            JsonNode payload = letter.path("payload");
            out().println();
            out().println(payload.path("content").asText("(no value)"));
            if (payload.path("truncated").asBoolean()) {
                out().println("... (" + payload.path("bytes").asText() + " bytes in all)");
            }
        });
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = "Write letters back to their topics, as they came and once: one by its id, or all of a topic"
                    + " or reason that were buried until now.")
    int replay(
            @Parameters(arity = "0..1", paramLabel = "ID", description = "Such as 0-4711.") @Nullable String id,
            @Option(names = "--force", description = "Also what was written back before.") boolean force) {
        return Talk.with(choice.url(), choice.access(), spec, service -> {
            if ((id == null) != choice.namesTopicOrReason()) {
                throw Refused.badInput("give an ID, or --topic or --reason");
            }
            if (id == null) {
                many(service, force);
            } else {
                JsonNode written = service.post(
                        LETTERS + "/" + id + "/replay", Map.of("force", Boolean.toString(force)), ServiceClient.user());
                out().println(id + " was written back to "
                        + written.path("topic").asText());
            }
        });
    }

    /** What is refused again is a new letter, after {@code to}, and is left alone. */
    private void many(ServiceClient service, boolean force) throws Refused {
        Map<String, String> parameters = choice.parameters();
        parameters.putIfAbsent("to", Instant.now().toString());
        parameters.put("force", Boolean.toString(force));
        int written = 0;
        int before = 0;
        int nowhere = 0;
        JsonNode answer;
        do {
            answer = service.post(LETTERS + "/replay", parameters, ServiceClient.user());
            written += answer.path("written").asInt();
            before += answer.path("alreadyWritten").asInt();
            nowhere += answer.path("withoutTopic").asInt();
            parameters.put("after", answer.path("next").asText());
        } while (answer.hasNonNull("next"));
        out().println(written + " written back, " + before + " had been before, " + nowhere + " came on no topic");
    }

    private void print(JsonNode letter) {
        out().printf(
                        Locale.ROOT,
                        "%-12s %-24s %-14s %8s %s  %s%n",
                        letter.path("id").asText(),
                        letter.path("at").asText(),
                        letter.path("topic").asText("-"),
                        letter.path("bytes").asText("-"),
                        letter.path("replayed").asInt() > 0 ? "replayed" : "        ",
                        letter.path("reason").asText());
    }

    private PrintWriter out() {
        return Output.of(spec);
    }
}
