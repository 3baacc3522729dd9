package io.gpuledger.cli.acks;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.cli.service.Access;
import io.gpuledger.cli.service.Output;
import io.gpuledger.cli.service.Refused;
import io.gpuledger.cli.service.ServiceClient;
import io.gpuledger.cli.service.Talk;
import io.gpuledger.common.config.Durations;
import io.gpuledger.common.value.InvalidValue;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Who looks after which group of alerts. */
@Command(
        name = "ack",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Look after a group of alerts: it is neither repeated nor escalated until its alerts are resolved. News of it is"
                    + " still told.",
            "",
            "Without an ID: list the groups of which something fires."
        },
        footer = {"", "Exit codes: 1 alert-service did not do it, 2 bad input."})
public final class AckCommand implements Callable<Integer> {

    private static final String ROW = "%-16s %-12s %-16s %-20s %s%n";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "The group's, as list shows it; its beginning is enough where there is no other such.")
    private @Nullable String group;

    @Option(
            names = {"-m", "--comment"},
            paramLabel = "TEXT",
            description = "Why, for the others.")
    private @Nullable String comment;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "For how long, such as 2h. Default: until its alerts are resolved")
    private @Nullable String lasts;

    @Option(names = "--by", paramLabel = "NAME", scope = ScopeType.INHERIT, description = "Default: your user name")
    private String by = ServiceClient.user();

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "alert-service. Default: http://127.0.0.1:8103")
    private URI url = URI.create("http://127.0.0.1:8103");

    @Mixin
    private final Access access = new Access();

    @Override
    public Integer call() {
        String id = group;
        if (id == null) {
            return list();
        }
        return asking(client -> {
            JsonNode named = named(client, id);
            Map<String, String> ack = new LinkedHashMap<>();
            ack.put("group", named.path("id").asText());
            ack.put("by", by);
            ack.put("via", "cli");
            if (comment != null) {
                ack.put("comment", comment);
            }
            if (lasts != null) {
                ack.put("expiresAt", end(lasts).toString());
            }
            JsonNode done = client.postJson("/v1/acks", ack);
            out().println(done.path("group").asText() + " is acknowledged by "
                    + done.path("by").asText() + " until "
                    + done.path("expiresAt").asText("its alerts are resolved"));
        });
    }

    private static Instant end(String text) throws Refused {
        try {
            return Instant.now().plus(Durations.parse(text));
        } catch (InvalidValue e) {
            throw Refused.badInput("--for " + e.rule() + ", not '" + text + "'");
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Show the groups of which something fires, the one that has fired longest first.")
    int list() {
        return asking(client -> {
            JsonNode groups = groups(client);
            if (groups.isEmpty()) {
                out().println("nothing fires");
                return;
            }
            out().printf(Locale.ROOT, ROW, "group", "receiver", "acknowledged by", "next", "labels");
            groups.forEach(this::print);
        });
    }

    private void print(JsonNode one) {
        JsonNode next = one.path("escalation");
        List<String> labels = new ArrayList<>();
        one.path("labels")
                .properties()
                .forEach(label ->
                        labels.add(label.getKey() + "=" + label.getValue().asText()));
        String named = labels.isEmpty() ? names(one) : String.join(" ", labels);
        out().printf(
                        Locale.ROOT,
                        ROW,
                        one.path("id").asText(),
                        one.path("receiver").asText(),
                        one.at("/acknowledged/by").asText("-"),
                        next.hasNonNull("nextAt")
                                ? next.path("next").asText() + " "
                                        + next.path("nextAt").asText().replaceAll("^.*T|\\..*$|Z$", "")
                                : "-",
                        named + " (" + one.path("alerts").size() + ")");
    }

    private static String names(JsonNode group) {
        return group.path("alerts")
                .valueStream()
                .map(alert -> alert.at("/labels/alertname").asText("?"))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            description = "Look after a group no more: it is repeated and escalated again.")
    int withdraw(@Parameters(paramLabel = "ID", description = "The group's, or its beginning.") String id) {
        return asking(client -> {
            JsonNode done = client.delete(
                    "/v1/acks/"
                            + ServiceClient.part(named(client, id).path("id").asText()),
                    Map.of("via", "cli"),
                    by);
            out().println(done.path("group").asText() + " is not acknowledged any more");
        });
    }

    private static JsonNode groups(ServiceClient client) throws Refused {
        return client.get("/v1/groups", Map.of("limit", "1000"));
    }

    /** The only group whose id begins so. */
    private static JsonNode named(ServiceClient client, String beginning) throws Refused {
        List<JsonNode> fitting = groups(client)
                .valueStream()
                .filter(group -> group.path("id").asText().startsWith(beginning))
                .toList();
        if (beginning.isBlank() || fitting.isEmpty()) {
            throw Refused.badInput("ID must be of a group of which something fires, not '" + beginning
                    + "' (see ./gpu-ledger ack list)");
        }
        if (fitting.size() > 1) {
            throw Refused.badInput(
                    "ID '" + beginning + "' is the beginning of " + fitting.size() + " groups; write more of it");
        }
        return fitting.getFirst();
    }

    private int asking(Talk talk) {
        return Talk.with(url, access, spec, talk);
    }

    private PrintWriter out() {
        return Output.of(spec);
    }
}
