package io.gpuledger.alert.wording.function;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.gpuledger.alert.wording.function.Printer.Markup;
import io.gpuledger.alert.wording.value.Moment;
import io.gpuledger.alert.wording.value.Unwritable;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls a function by its name. {@code and} and {@code or} are the interpreter's: they do not look at all arguments. */
public final class Functions {

    private static final int ITEMS_MAX = 1_000;

    /** Every name, in the order of Go's and then Alertmanager's documentation. */
    public static final Set<String> NAMES =
            Set.of(("and or not eq ne lt le gt ge len index slice print printf println html urlquery "
                            + "append base64decode base64encode date dict humanizeDuration join list match now "
                            + "reReplaceAll safeHtml safeUrl since stringSlice title toJson toLower toUpper trimSpace "
                            + "tz urlUnescape")
                    .split(" "));

    private final ZonedDateTime now;

    /** @param now what {@code now} and {@code since} mean: when the notification was decided */
    public Functions(ZonedDateTime now) {
        this.now = now;
    }

    /** @throws Unwritable if it cannot be called with these */
    public @Nullable Object call(String name, List<@Nullable Object> arguments) {
        return switch (name) {
            case "not" -> !Comparison.isTrue(at(name, arguments, 0));
            case "eq" -> Comparison.isOneOf(arguments);
            case "ne" -> !Comparison.isOneOf(arguments);
            case "lt" -> Comparison.compared(arguments) < 0;
            case "le" -> Comparison.compared(arguments) <= 0;
            case "gt" -> Comparison.compared(arguments) > 0;
            case "ge" -> Comparison.compared(arguments) >= 0;
            case "len" -> length(at(name, arguments, 0));
            case "index" -> Indexing.index(arguments);
            case "slice" -> Indexing.slice(arguments);
            case "print" -> Printer.print(arguments);
            case "println" -> arguments.stream().map(Printer::text).collect(Collectors.joining(" ", "", "\n"));
            case "printf" -> Printer.formatted(arguments);
            case "list", "stringSlice" -> bounded(arguments);
            case "append" -> appended(arguments);
            case "dict" -> dict(arguments);
            case "join" -> joined(text(name, arguments, 0), at(name, arguments, 1));
            case "now" -> now;
            case "since" -> Duration.between(time(name, arguments, 0), now);
            case "date" -> Moment.format(text(name, arguments, 0), time(name, arguments, 1));
            case "tz" -> Moment.in(text(name, arguments, 0), time(name, arguments, 1));
            case "humanizeDuration" -> Humanized.duration(at(name, arguments, 0));
            case "toJson" -> Jsonified.of(at(name, arguments, 0));
            case "match" ->
                pattern(text(name, arguments, 0))
                        .matcher(text(name, arguments, 1))
                        .find();
            case "reReplaceAll" ->
                pattern(text(name, arguments, 0))
                        .matcher(text(name, arguments, 2))
                        .replaceAll(replacement(text(name, arguments, 1)));
            default -> ofText(name, text(name, arguments, 0));
        };
    }

    private static Object ofText(String name, String text) {
        return switch (name) {
            case "toUpper" -> text.toUpperCase(Locale.ROOT);
            case "toLower" -> text.toLowerCase(Locale.ROOT);
            case "title" -> titled(text);
            case "trimSpace" -> text.strip();
            case "html" -> escaped(text);
            case "safeHtml", "safeUrl" -> new Markup(text);
            case "urlquery" -> URLEncoder.encode(text, StandardCharsets.UTF_8);
            case "urlUnescape" -> URLDecoder.decode(text, StandardCharsets.UTF_8);
            case "base64encode" -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
            case "base64decode" -> decoded(text);
            default -> throw new Unwritable("function \"" + name + "\" not defined");
        };
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Unwritable("base64decode: illegal base64");
        }
    }

    private static String titled(String text) {
        StringBuilder titled = new StringBuilder();
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            titled.append(begins ? Character.toTitleCase(c) : Character.toLowerCase(c));
            begins = !Character.isLetterOrDigit(c) && c != '\'';
        }
        return titled.toString();
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new Unwritable("bad regular expression");
        }
    }

    /** Go's way to name groups, in re2j's: a backslash is one, a dollar is doubled, and groups stand in braces. */
    private static String replacement(String go) {
        return go.replace("\\", "\\\\").replace("$$", "\\$").replaceAll("\\$\\{(\\d+)\\}", "\\$$1");
    }

    private static String joined(String separator, @Nullable Object list) {
        if (list instanceof List<?> texts) {
            return texts.stream().map(Printer::text).collect(Collectors.joining(separator));
        }
        throw new Unwritable("join wants a list");
    }

    private static long length(@Nullable Object value) {
        return switch (value) {
            case String text -> text.getBytes(StandardCharsets.UTF_8).length;
            case List<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            case null, default -> throw new Unwritable("len of a value that has no length");
        };
    }

    private static List<@Nullable Object> appended(List<@Nullable Object> arguments) {
        if (arguments.isEmpty() || !(arguments.getFirst() instanceof List<?> list)) {
            throw new Unwritable("append wants a list");
        }
        List<@Nullable Object> longer = new ArrayList<>(list);
        longer.addAll(arguments.subList(1, arguments.size()));
        return bounded(longer);
    }

    private static List<@Nullable Object> bounded(List<@Nullable Object> list) {
        if (list.size() > ITEMS_MAX) {
            throw new Unwritable("a list has at most " + ITEMS_MAX + " items");
        }
        return new ArrayList<>(list);
    }

    private static Map<String, Object> dict(List<@Nullable Object> arguments) {
        if (arguments.size() % 2 != 0) {
            throw new Unwritable("dict wants names and values by turns");
        }
        Map<String, Object> dict = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            dict.put(Printer.text(arguments.get(i)), Objects.requireNonNullElse(arguments.get(i + 1), ""));
        }
        return dict;
    }

    private static @Nullable Object at(String name, List<@Nullable Object> arguments, int index) {
        if (index >= arguments.size()) {
            throw new Unwritable("wrong number of args for " + name);
        }
        return arguments.get(index);
    }

    private static String text(String name, List<@Nullable Object> arguments, int index) {
        return switch (at(name, arguments, index)) {
            case String text -> text;
            case Markup markup -> markup.text();
            case null, default -> throw new Unwritable("wrong type of argument for " + name + ": a text is wanted");
        };
    }

    private static ZonedDateTime time(String name, List<@Nullable Object> arguments, int index) {
        if (at(name, arguments, index) instanceof ZonedDateTime time) {
            return time;
        }
        throw new Unwritable("wrong type of argument for " + name + ": a time is wanted");
    }
}
