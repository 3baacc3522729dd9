package io.gpuledger.alert.settings;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A routing file as it may be shown: without what opens a door elsewhere. Clients read it again, so it stays valid. */
public final class Redaction {

    private static final String SECRET = "<secret>";
    private static final List<String> SECRETS = List.of(
            "key", "secret", "secrets", "password", "token", "credentials", "authorization", "topic", "url_template");
    /** In these every name is a label's, whatever it is called. */
    private static final List<String> LABELS = List.of(
            "match", "match_re", "source_match", "source_match_re", "target_match", "target_match_re", "labels");
    /** Of these nothing is shown but the names in them. */
    private static final List<String> SEALED =
            List.of("environment", "http_headers", "proxy_connect_header", "endpoint_params");

    private Redaction() {}

    public static String of(String yaml) {
        DumperOptions style = new DumperOptions();
        style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        Object file = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return file == null ? "" : new Yaml(style).dump(shown("", file));
    }

    private static Object shown(String field, Object value) {
        return switch (value) {
            case Map<?, ?> labels when LABELS.contains(field) -> labels;
            case Map<?, ?> map -> {
                Map<Object, Object> shown = new LinkedHashMap<>();
                String sealed = SEALED.contains(field) || field.equals(SECRETS.getFirst()) ? SECRETS.getFirst() : "";
                map.forEach((name, each) -> shown.put(
                        name, each == null ? "" : shown(sealed.isEmpty() ? String.valueOf(name) : sealed, each)));
                yield shown;
            }
            case List<?> list ->
                list.stream()
                        .map(each -> each == null ? "" : shown(field, each))
                        .toList();
            case String text when isSecret(field) -> SECRET;
            case String text when field.endsWith("url") -> withoutPath(text);
            default -> value;
        };
    }

    private static boolean isSecret(String field) {
        String name = field.toLowerCase(Locale.ROOT);
        return !name.endsWith("_file") && SECRETS.stream().anyMatch(name::endsWith);
    }

    /** The path, the user and the query of a webhook are often the secret. */
    private static String withoutPath(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() == null
                    ? SECRET
                    : uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                            + "/secret";
        } catch (IllegalArgumentException e) {
            return SECRET;
        }
    }
}
