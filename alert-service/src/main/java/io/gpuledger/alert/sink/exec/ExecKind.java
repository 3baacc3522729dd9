package io.gpuledger.alert.sink.exec;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.SinkKind;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.wording.Words;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code exec_configs}; Alertmanager has no such receiver. */
public final class ExecKind implements SinkKind {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final String VARIABLE = "[A-Za-z_][A-Za-z0-9_]*";

    @Override
    public String name() {
        return "exec";
    }

    @Override
    public SinkSettings read(Fields fields) {
        List<Words> command = fields.wordsInOrder("command");
        if (command.isEmpty() || command.getFirst().toString().isBlank()) {
            throw fields.refused("command", "command must be a list: a program and its arguments");
        }
        return new ExecSettings(
                fields.flag("send_resolved", true),
                command,
                environment(fields, fields.section("environment")),
                fields.text("directory"),
                HttpSettings.timeout(fields, TIMEOUT),
                fields.flag("once", false));
    }

    private static Map<String, Secret> environment(Fields fields, @Nullable Fields section) {
        Map<String, Secret> environment = new LinkedHashMap<>();
        if (section == null) {
            return environment;
        }
        for (String name : section.names()) {
            String text = section.text(name);
            boolean file = name.endsWith("_file");
            String variable = file ? name.substring(0, name.length() - "_file".length()) : name;
            if (!variable.matches(VARIABLE)) {
                throw section.refused(name, name + " cannot be the name of a variable");
            }
            String value = text == null ? "" : text;
            environment.put(variable, file ? fields.file(value) : Secret.of(value));
        }
        return environment;
    }
}
