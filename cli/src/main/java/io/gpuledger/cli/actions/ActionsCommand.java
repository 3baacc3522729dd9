package io.gpuledger.cli.actions;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.cli.service.Access;
import io.gpuledger.cli.service.Output;
import io.gpuledger.cli.service.ServiceClient;
import io.gpuledger.cli.service.Talk;
import java.io.PrintWriter;
import java.net.URI;
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

/** What is done at providers in answer to alerts: to look at, to approve, and to refuse. */
@Command(
        name = "actions",
        mixinStandardHelpOptions = true,
        description = "Look at actions at providers; approve or refuse one.",
        footer = {"", "Exit codes: 1 alert-service did not do it, 2 bad input."})
public final class ActionsCommand implements Callable<Integer> {

    private static final String ACTIONS = "/v1/actions";
    private static final String URL = "http://127.0.0.1:8103";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--url", paramLabel = "URL", description = "alert-service. Default: " + URL)
    private URI url = URI.create(URL);

    @Option(
            names = "--state",
            paramLabel = "STATE",
            defaultValue = "all",
            description = "open, past or all. Default: all")
    private String state = "all";

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "1 to 1000. Default: 20")
    private int limit;

    @Mixin
    private final Access access = new Access();

    /** Alone it lists, the newest first. */
    @Override
    public Integer call() {
        return Talk.with(url, access, spec, service -> {
            JsonNode actions = service.get(ACTIONS, Map.of("state", state, "limit", Integer.toString(limit)));
            actions.forEach(this::print);
            if (actions.isEmpty()) {
                out().println("no actions");
            }
        });
    }

    @Command(name = "approve", mixinStandardHelpOptions = true, description = "Say yes to an action that waits.")
    int approve(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Kept with it.") String why,
            @Option(names = "--by", paramLabel = "NAME", description = "Default: the user's name") @Nullable String by,
            @Option(names = "--url", paramLabel = "URL", description = "alert-service. Default: " + URL) @Nullable URI at) {
        return judged(id, "approve", Map.of("by", name(by), "why", why), at);
    }

    @Command(name = "refuse", mixinStandardHelpOptions = true, description = "Say no to an action that is not begun.")
    int refuse(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Kept with it.") String why,
            @Option(names = "--by", paramLabel = "NAME", description = "Default: the user's name") @Nullable String by,
            @Option(names = "--url", paramLabel = "URL", description = "alert-service. Default: " + URL) @Nullable URI at) {
        return judged(id, "refuse", Map.of("by", name(by), "why", why), at);
    }

    private static String name(@Nullable String given) {
        return given == null ? ServiceClient.user() : given;
    }

    private int judged(String id, String verdict, Map<String, String> judgement, @Nullable URI at) {
        String path = ACTIONS + "/" + ServiceClient.part(id) + "/" + verdict;
        return Talk.with(at == null ? url : at, access, spec, service -> print(service.postJson(path, judgement)));
    }

    private void print(JsonNode action) {
        JsonNode steps = action.path("steps");
        String subject = action.path("account").asText()
                + (action.hasNonNull("target") ? "/" + action.path("target").asText() : ", every pod")
                + (action.hasNonNull("owner") ? " of " + action.path("owner").asText() : "")
                + (action.hasNonNull("name") ? " (" + action.path("name").asText() + ")" : "");
        out().printf(
                        Locale.ROOT,
                        "%-16s %-20s %-11s %-22s %s%s  %s%n",
                        action.path("id").asText(),
                        action.path("askedAt").asText().replaceFirst("[.][0-9]+Z$", "Z"),
                        action.path("state").asText(),
                        action.path("action").asText(),
                        subject,
                        action.path("dryRun").asBoolean() ? ", dry run" : "",
                        steps.path(steps.size() - 1).path("detail").asText(""));
    }

    private PrintWriter out() {
        return Output.of(spec);
    }
}
