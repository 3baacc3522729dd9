package io.gpuledger.alert.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "a = b           # a=\"b\"",
                "a=\"b c\"       # a=\"b c\"",
                "a!=b            # a!=\"b\"",
                "a =~ \"x|y\"    # a=~\"x|y\"",
                "a!~\".*\"       # a!~\".*\"",
                "{a=\"b\"}       # a=\"b\"",
                "\"foo🙂\"=\"bar\" # foo🙂=\"bar\"",
                "a=              # a=\"\"",
                "a=\"q\\\"q\"    # a=\"q\\\"q\""
            })
    void readsWhatAlertmanagerReads(String written, String read) {
        assertThat(MatcherReader.one(written)).hasToString(read);
    }

    @Test
    void readsSeveralAtOnce() {
        assertThat(MatcherReader.all("{a=\"1\", b!=\"2,3\"}"))
                .extracting(Matcher::toString)
                .containsExactly("a=\"1\"", "b!=\"2,3\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "=b", "a~b", "a=\"b", "a=b\"", "a=~\"(\"", "a=b,c", "a-b=c d"})
    void refusesWhatIsNoCondition(String written) {
        assertThatThrownBy(() -> MatcherReader.one(written)).hasMessageStartingWith("matcher ");
    }

    @Test
    void readsTheOlderWayWhatTheNewerCannot() {
        assertThat(Stream.of("a=b c", "a='b'", "a==b", "a=b=c", "a=b!", "a=b}", "{a=b c, d=\"e,f\"}", "a=\"b\\nc\" ")
                        .map(MatcherReader::all)
                        .map(String::valueOf))
                .containsExactly(
                        "[a=\"b c\"]",
                        "[a=\"'b'\"]",
                        "[a=\"=b\"]",
                        "[a=\"b=c\"]",
                        "[a=\"b!\"]",
                        "[a=\"b\"]",
                        "[a=\"b c\", d=\"e,f\"]",
                        "[a=\"b\\nc\"]");
    }

    @Test
    void takesALabelThatIsMissingForTheEmptyText() {
        assertThat(MatcherReader.one("team=\"\"").matches(Map.of())).isTrue();
        assertThat(MatcherReader.one("team!=core").matches(Map.of())).isTrue();
        assertThat(MatcherReader.one("team=~\".+\"").matches(Map.of())).isFalse();
    }

    @Test
    void matchesWholeValuesOnly() {
        assertThat(MatcherReader.one("svc=~\"my\"").matches(Map.of("svc", "mysql")))
                .isFalse();
        assertThat(MatcherReader.one("svc=~\"a|my.*\"").matches(Map.of("svc", "mysql")))
                .isTrue();
    }
}
