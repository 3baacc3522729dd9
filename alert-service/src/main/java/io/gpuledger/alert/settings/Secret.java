package io.gpuledger.alert.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A text nobody may see: written in the routing file, or in a file of its own that is read anew on each use, or in the
 * environment.
 */
public final class Secret {

    private final @Nullable String text;
    private final @Nullable Path file;

    private Secret(@Nullable String text, @Nullable Path file) {
        this.text = text;
        this.file = file;
    }

    public static Secret of(String text) {
        return new Secret(text, null);
    }

    public static Secret in(Path file) {
        return new Secret(null, file);
    }

    /** @throws IOException if the file cannot be read now; the message does not say what is in it */
    public String read() throws IOException {
        return file == null ? String.valueOf(text) : Files.readString(file).strip();
    }

    /**
     * Headers as they are sent: several values of one have commas between them, RFC 9110.
     *
     * @throws IOException if one cannot be read now
     */
    public static Map<String, String> joined(Map<String, List<Secret>> headers) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        for (Map.Entry<String, List<Secret>> header : headers.entrySet()) {
            List<String> values = new ArrayList<>();
            for (Secret each : header.getValue()) {
                values.add(each.read());
            }
            all.put(header.getKey(), String.join(", ", values));
        }
        return all;
    }

    /** Whether it may be of this form; what is in a file is not looked at. */
    public boolean mayBe(Predicate<String> form) {
        return text == null || form.test(text);
    }

    @Override
    public String toString() {
        return "<secret>";
    }
}
