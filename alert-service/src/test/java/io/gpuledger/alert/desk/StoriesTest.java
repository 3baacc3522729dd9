package io.gpuledger.alert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.Silence;
import io.gpuledger.common.event.Via;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays the stories of {@code stories/*.story} in virtual time, each twice: as it is, and with a restart before everything
 * that happens. A story is a title, the routing, what happens, and all that is told or answered; nothing else may be told.
 */
class StoriesTest {

    private static final Path FOLDER = Path.of("src/test/resources/stories");

    private static final String LITERALLY = "(exactly as Alertmanager)";
    private static final Pattern TITLE = Pattern.compile("(?m)^# ");
    private static final Pattern SECTION = Pattern.compile("(?m)^---.*$");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    record Story(String title, String routing, List<String> happens, List<String> told) {}

    @TestFactory
    Stream<DynamicTest> isToldAsAlertmanagerTellsIt() throws IOException {
        return stories().map(story -> DynamicTest.dynamicTest(story.title(), () -> play(story, false)));
    }

    @TestFactory
    Stream<DynamicTest> isToldTheSameThroughRestarts() throws IOException {
        return stories().map(story -> DynamicTest.dynamicTest(story.title(), () -> play(story, true)));
    }

    private static void play(Story story, boolean restarts) {
        Plan plan = Stage.plan(story.routing());
        Stage stage = new Stage(story.title().endsWith(LITERALLY) ? plan.withQuietEnds() : plan, restarts);
        for (String line : story.happens()) {
            String[] words = BLANKS.split(line, -1);
            Instant at = Stage.second(Double.parseDouble(words[0]));
            stage.until(at);
            happen(stage, words[1], List.of(words).subList(2, words.length), story);
        }
        assertThat(Stream.concat(
                        stage.told().stream().map(said -> Stage.line(said) + stage.arrival(said)),
                        Stream.concat(
                                Stream.concat(stage.answers().stream(), acks(stage, story)), shown(stage, story))))
                .containsExactlyInAnyOrderElementsOf(story.told());
    }

    /** Who is kept quiet is only told in stories that tell of somebody who is. */
    private static Stream<String> shown(Stage stage, Story story) {
        return story.told().stream().anyMatch(line -> line.contains(" withholds "))
                ? stage.withheld().stream().map(String::strip)
                : Stream.of();
    }

    /** As above, of acknowledgements. */
    private static Stream<String> acks(Stage stage, Story story) {
        return story.told().stream().anyMatch(line -> line.contains(" ack of ")) ? stage.acks().stream() : Stream.of();
    }

    private static void happen(Stage stage, String what, List<String> words, Story story) {
        switch (what) {
            case "fires" -> stage.fire(labels(words), time(words, "since", stage.now()), null, false);
            case "ends" ->
                stage.fire(labels(words), time(words, "since", stage.now()), time(words, "at", stage.now()), false);
            case "posted" ->
                stage.fire(
                        labels(words),
                        time(words, "since", stage.now()),
                        stage.now().plus(stage.resolveTimeout()),
                        true);
            case "fails" -> stage.fail(words.getFirst(), time(words, "until", stage.now()));
            case "refuses" -> stage.refuse(words.getFirst(), time(words, "until", stage.now()));
            case "silence" ->
                stage.silence(
                        words.getFirst(),
                        conditions(words),
                        time(words, "from", stage.now()),
                        time(words, "until", stage.now()));
            case "resilence" ->
                stage.resilence(
                        words.getFirst(),
                        words.get(1),
                        conditions(words),
                        time(words, "from", stage.now()),
                        time(words, "until", stage.now()));
            case "alerts?" -> stage.askAlerts();
            case "silences?" -> stage.askSilences();
            case "unsilence" -> stage.unsilence(words.getFirst());
            case "reload" -> stage.reload(story.routing() + "# changed\n");
            case "acks", "pages-back" ->
                stage.acknowledge(
                        words.getFirst(),
                        stage.group(words.get(1), labels(words)),
                        what.equals("acks") ? Via.REST : Via.PAGERDUTY,
                        words.contains("until") ? time(words, "until", stage.now()) : null);
            case "unacks" -> stage.withdraw(words.getFirst(), stage.group(words.get(1), labels(words)));
            case "stop" -> {}
            default -> throw new IllegalArgumentException("a story cannot have '" + what + "'");
        }
    }

    private static Map<String, String> labels(List<String> words) {
        Map<String, String> labels = new TreeMap<>();
        words.stream().filter(word -> word.contains("=")).forEach(word -> {
            int sign = word.indexOf('=');
            labels.put(word.substring(0, sign), word.substring(sign + 1));
        });
        return labels;
    }

    /** {@code name=value}, or {@code name!=value} for whatever has another one or none. */
    private static List<Silence.Condition> conditions(List<String> words) {
        return words.stream()
                .filter(word -> word.contains("="))
                .map(word -> word.split("!?=", 2))
                .map(parts ->
                        new Silence.Condition(parts[0], parts[1], false, !words.contains(parts[0] + "!=" + parts[1])))
                .toList();
    }

    private static Instant time(List<String> words, String name, Instant otherwise) {
        int place = words.indexOf(name);
        return place < 0 ? otherwise : Stage.second(Double.parseDouble(words.get(place + 1)));
    }

    private static Stream<Story> stories() throws IOException {
        List<Story> stories = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                TITLE.splitAsStream(Files.readString(file))
                        .filter(text -> !text.isBlank())
                        .map(StoriesTest::story)
                        .forEach(stories::add);
            }
        }
        assertThat(stories).hasSizeGreaterThan(20);
        return stories.stream();
    }

    private static Story story(String text) {
        String[] parts = SECTION.split(text, -1);
        String title = parts[0].strip();
        String routing = parts[1].strip() + "\n";
        return new Story(title, withReceivers(routing), lines(parts[2]), lines(parts[3]));
    }

    /** Stories name receivers only in routes; each is a webhook unless the story says more. */
    private static String withReceivers(String routing) {
        if (routing.contains("receivers:")) {
            return routing;
        }
        StringBuilder all = new StringBuilder(routing).append("receivers:\n");
        for (String name : List.of("default", "a", "b")) {
            all.append("- name: ").append(name).append("\n  webhook_configs: [{url: 'http://h/'}]\n");
        }
        return all.toString();
    }

    private static List<String> lines(String part) {
        return part.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
