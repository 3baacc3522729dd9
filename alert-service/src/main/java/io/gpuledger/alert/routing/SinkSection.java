package io.gpuledger.alert.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.wording.Words;
import io.gpuledger.alert.wording.syntax.InvalidTemplate;
import io.gpuledger.common.wire.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A section of the file, with what its sink may ask of the rest of it. */
final class SinkSection implements Fields {

    private final YamlSection section;
    private final Globals globals;

    SinkSection(YamlSection section, Globals globals) {
        this.section = section;
        this.globals = globals;
    }

    @Override
    public @Nullable String text(String name) {
        return section.text(name);
    }

    @Override
    public boolean flag(String name, boolean otherwise) {
        return section.flag(name, otherwise);
    }

    @Override
    public int count(String name, int otherwise) {
        return section.count(name, otherwise);
    }

    @Override
    public Duration duration(String name, Duration otherwise) {
        return section.duration(name, otherwise);
    }

    @Override
    public List<String> texts(String name) {
        return Objects.requireNonNullElse(section.texts(name), List.of());
    }

    @Override
    public Map<String, String> map(String name) {
        return section.map(name);
    }

    @Override
    public Map<String, String> jsonByName(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        section.values(name).forEach((each, value) -> all.put(each, json(value)));
        return all;
    }

    private static String json(@Nullable Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can be written", e);
        }
    }

    @Override
    public @Nullable Fields section(String name) {
        YamlSection inner = section.section(name);
        return inner == null ? null : new SinkSection(inner, globals);
    }

    @Override
    public List<Fields> sections(String name) {
        return section.sections(name).stream()
                .<Fields>map(inner -> new SinkSection(inner, globals))
                .toList();
    }

    @Override
    public @Nullable Words words(String name) {
        String text = section.text(name);
        return text == null ? null : parsed(name, text);
    }

    @Override
    public Words words(String name, String otherwise) {
        Words words = words(name);
        return words == null ? globals.library().words(otherwise) : words;
    }

    @Override
    public Map<String, Words> wordsByName(String name) {
        Map<String, Words> all = new LinkedHashMap<>();
        section.map(name).forEach((each, text) -> all.put(each, parsed(name, text)));
        return all;
    }

    @Override
    public List<Words> wordsInOrder(String name) {
        return texts(name).stream().map(text -> parsed(name, text)).toList();
    }

    private Words parsed(String name, String text) {
        try {
            return globals.library().words(text);
        } catch (InvalidTemplate e) {
            throw section.refusedAt(
                    name, name + " is not a template that can be read: line " + e.line() + ": " + e.getMessage());
        }
    }

    @Override
    public @Nullable Secret secret(String name) {
        String text = filled(name);
        String file = filled(name + "_file");
        String variable = section.text(name + "_env");
        if (text != null && file != null) {
            throw section.refusedAt(name, "at most one of " + name + " & " + name + "_file must be configured");
        }
        if (variable != null && (text != null || file != null)) {
            throw section.refusedAt(name + "_env", "at most one of " + name + " & " + name + "_env must be configured");
        }
        if (variable != null) {
            String value = System.getenv(variable);
            if (value == null) {
                throw section.refusedAt(name + "_env", "there is no environment variable " + variable);
            }
            return Secret.of(value);
        }
        return text != null ? Secret.of(text) : file != null ? file(file) : null;
    }

    @Override
    public @Nullable String global(String name) {
        return globals.texts().get(name);
    }

    @Override
    public @Nullable Secret globalSecret(String name) {
        String text = global(name);
        String file = global(name + "_file");
        return text != null ? Secret.of(text) : file != null ? file(file) : null;
    }

    @Override
    public @Nullable Fields globalSection(String name) {
        Supplier<YamlSection> inner = globals.sections().get(name);
        return inner == null ? null : new SinkSection(inner.get(), globals);
    }

    @Override
    public boolean has(String name) {
        return section.has(name);
    }

    @Override
    public List<String> names() {
        return section.names();
    }

    @Override
    public Secret file(String path) {
        return Secret.in(globals.folder().resolve(path));
    }

    @Override
    public void done() {
        section.done();
    }

    @Override
    public RuntimeException refused(String name, String rule) {
        return section.refusedAt(name, rule);
    }
}
