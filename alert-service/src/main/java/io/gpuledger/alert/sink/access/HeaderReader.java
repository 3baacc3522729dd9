package io.gpuledger.alert.sink.access;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.settings.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads headers of a call. */
final class HeaderReader {

    /** Those that are made of other fields, or of the call itself. */
    private static final Set<String> OURS = Set.of(
            "authorization",
            "host",
            "content-encoding",
            "content-length",
            "content-type",
            "user-agent",
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "www-authenticate",
            "accept-encoding",
            "x-prometheus-remote-write-version",
            "x-prometheus-remote-read-version",
            "x-prometheus-scrape-timeout-seconds",
            "x-amz-date",
            "x-amz-security-token",
            "x-amz-content-sha256");

    private static final String NAME = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}";

    private HeaderReader() {}

    /** Each header has a list of {@code values}, or {@code secrets}, or {@code files}. */
    static Map<String, List<Secret>> read(Fields above, String field) {
        Map<String, List<Secret>> headers = new LinkedHashMap<>();
        Fields section = above.section(field);
        if (section == null) {
            return headers;
        }
        for (String name : section.names()) {
            if (OURS.contains(name.toLowerCase(Locale.ROOT)) || !name.matches(NAME)) {
                throw section.refused(name, "setting header \"" + name + "\" is not allowed");
            }
            Fields header = section.section(name);
            if (header == null) {
                throw section.refused(name, name + " needs values, secrets or files");
            }
            headers.put(name, values(section, name, header));
        }
        return headers;
    }

    private static List<Secret> values(Fields section, String name, Fields header) {
        List<Secret> given = new ArrayList<>();
        header.texts("values").forEach(value -> given.add(Secret.of(value)));
        header.texts("secrets").forEach(value -> given.add(Secret.of(value)));
        header.texts("files").forEach(file -> given.add(header.file(file)));
        header.done();
        if (given.isEmpty()) {
            throw section.refused(name, name + " needs values, secrets or files");
        }
        return given;
    }
}
