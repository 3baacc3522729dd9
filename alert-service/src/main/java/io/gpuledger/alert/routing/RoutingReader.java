package io.gpuledger.alert.routing;

import io.gpuledger.alert.ack.Escalation;
import io.gpuledger.alert.desk.Plan;
import io.gpuledger.alert.mute.Calendar;
import io.gpuledger.alert.mute.InhibitRule;
import io.gpuledger.alert.notify.Hashes;
import io.gpuledger.alert.route.Route;
import io.gpuledger.alert.settings.Redaction;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a routing file whole, top to bottom. */
public final class RoutingReader {

    static final Duration RESOLVE_TIMEOUT = Duration.ofMinutes(5);

    private RoutingReader() {}

    /**
     * @param name how the text is called in messages
     * @param folder what relative paths in it are relative to
     */
    public static RoutingFile read(String name, String text, Path folder) {
        YamlSection file = new YamlSection(name, "", parsed(name, text));
        YamlSection global = file.section("global");
        Duration resolveTimeout =
                global == null ? RESOLVE_TIMEOUT : global.duration("resolve_timeout", RESOLVE_TIMEOUT);
        TemplateFiles templates = TemplateFiles.read(file, folder);
        Globals globals = Globals.read(global, folder, templates.library());
        if (global != null) {
            global.done();
        }
        ReceiverReader receivers = new ReceiverReader(globals);
        file.sections("receivers").forEach(receivers::read);
        Calendar calendar = new IntervalReader().read(file);
        RouteReader routes = new RouteReader(receivers.receivers().keySet(), calendar);
        Map<String, Escalation> escalations = routes.escalations(file.sections("escalations"));
        YamlSection tree = file.section("route");
        if (tree == null) {
            throw file.refusedAt("route", "no routes provided");
        }
        Route root = routes.root(tree);
        List<InhibitRule> rules =
                file.sections("inhibit_rules").stream().map(routes::inhibitRule).toList();
        file.done();
        Plan plan = new Plan(
                Hashes.sha256(text + templates.text()), root, receivers.receivers(), rules, calendar, resolveTimeout);
        return new RoutingFile(plan.escalating(escalations), receivers.sinks(), Redaction.of(text));
    }

    private static Node parsed(String name, String text) {
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (node == null) {
                throw new InvalidRouting(name + ":1: no routes provided", null);
            }
            return node;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InvalidRouting(name + ":" + line + ": is not YAML: " + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new InvalidRouting(name + ": is not YAML", e);
        }
    }
}
