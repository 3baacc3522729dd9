package io.gpuledger.alert.wording;

import io.gpuledger.alert.wording.function.Functions;
import io.gpuledger.alert.wording.syntax.Node;
import io.gpuledger.alert.wording.value.Labels;
import io.gpuledger.alert.wording.value.Subject;
import io.gpuledger.alert.wording.value.Unwritable;
import io.gpuledger.common.event.Notification;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A text of the routing file that is written anew for each notification. */
public final class Words {

    private final String source;
    private final List<Node> nodes;
    private final Map<String, List<Node>> templates;

    Words(String source, List<Node> nodes, Map<String, List<Node>> templates) {
        this.source = source;
        this.nodes = nodes;
        this.templates = templates;
    }

    /** Never fails: a page with a poor text is better than none. What cannot be written is told plainly, and why. */
    public String of(Subject subject) {
        try {
            return exactly(subject);
        } catch (Unwritable e) {
            return plainly(subject, e);
        }
    }

    /** Each of several by its name, in the same order; may be changed. */
    public static Map<String, String> of(Map<String, Words> all, Subject subject) {
        Map<String, String> written = new LinkedHashMap<>();
        all.forEach((name, words) -> written.put(name, words.of(subject)));
        return written;
    }

    /** As {@link #of}, cut where it is longer. */
    public String of(Subject subject, int charsMax) {
        return cut(of(subject), charsMax);
    }

    /** The beginning of a text that is too long, with an ellipsis. */
    public static String cut(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        int end = charsMax - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** As {@link #of}, with values escaped for HTML. */
    public String htmlOf(Subject subject) {
        try {
            return written(subject, true);
        } catch (Unwritable e) {
            return Functions.escaped(plainly(subject, e));
        }
    }

    /**
     * For what must be right or not be at all, such as an address.
     *
     * @throws Unwritable if it cannot be written for this one
     */
    public String exactly(Subject subject) {
        return written(subject, false);
    }

    private String written(Subject subject, boolean html) {
        Functions functions = new Functions(subject.said().at().atZone(ZoneOffset.UTC));
        try {
            return new Interpreter(templates, functions, html).write(nodes, subject);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException | DateTimeException e) {
            throw new Unwritable(e.getClass().getSimpleName());
        }
    }

    private static String plainly(Subject subject, Unwritable problem) {
        Notification said = subject.said();
        String about = said.alerts().stream()
                .map(told -> told.annotations().getOrDefault("summary", new Labels(told.labels()).toString()))
                .findFirst()
                .orElse(said.groupKey());
        return said.status() + ": " + about + " (the template cannot be written: " + problem.getMessage() + ")";
    }

    /** The template. */
    @Override
    public String toString() {
        return source;
    }
}
