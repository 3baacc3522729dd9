package io.gpuledger.alert.routing;

import io.gpuledger.alert.notify.Integration;
import io.gpuledger.alert.notify.Receiver;
import io.gpuledger.alert.sink.SinkKind;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.sink.known.SinkKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads receivers. A kind of receiver it does not know is an error. */
final class ReceiverReader {

    private final Globals globals;
    private final Map<String, SinkSettings> sinks = new TreeMap<>();
    private final Map<String, Receiver> receivers = new TreeMap<>();

    ReceiverReader(Globals globals) {
        this.globals = globals;
    }

    Map<String, Receiver> receivers() {
        return receivers;
    }

    Map<String, SinkSettings> sinks() {
        return sinks;
    }

    void read(YamlSection section) {
        String name = section.text("name", "");
        if (name.isEmpty()) {
            throw section.refusedAt("name", "missing name in receiver");
        }
        List<Integration> integrations = new ArrayList<>();
        for (SinkKind kind : SinkKinds.ALL) {
            List<YamlSection> configs = section.sections(kind.name() + "_configs");
            for (int i = 0; i < configs.size(); i++) {
                SinkSettings settings = settings(kind, configs.get(i));
                sinks.put(RoutingFile.sinkKey(name, kind.name(), i), settings);
                integrations.add(new Integration(kind.name(), i, settings.sendResolved()));
            }
        }
        refuseOthers(section);
        if (receivers.put(name, new Receiver(name, List.copyOf(integrations))) != null) {
            throw section.refusedAt("name", "notification config name \"" + name + "\" is not unique");
        }
    }

    private SinkSettings settings(SinkKind kind, YamlSection config) {
        SinkSettings settings = kind.read(new SinkSection(config, globals));
        config.done();
        return settings;
    }

    private static void refuseOthers(YamlSection section) {
        for (String kind : SinkKinds.NOT_SENT_TO) {
            String field = kind + "_configs";
            if (section.has(field)) {
                throw section.refusedAt(
                        field, field + " is not supported: GPU Ledger has no such sink; webhook_configs may do");
            }
        }
        section.done();
    }
}
