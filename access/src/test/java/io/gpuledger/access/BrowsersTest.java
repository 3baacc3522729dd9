package io.gpuledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.HostAndPort;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowsersTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8102, 127.0.0.1, 8102",
        "http://localhost:8102, LOCALHOST, 8102",
        "http://[::1]:8102, ::1, 8102",
        "http://[::1]:8102, [::1], 8102",
        "https://gpu.example, gpu.example, 443",
        "https://gpu.example, gpu.example, -1",
        "http://gpu.example, gpu.example, 80",
        "https://gpu.example:8443, gpu.example, 8443",
    })
    void aPageIsItsOwnWhereItCameFromThere(String page, String host, int port) {
        assertThat(Browsers.isOwn(page, HostAndPort.create(host, port))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "http://127.0.0.1",
                "http://127.0.0.1:8103",
                "http://localhost:8102",
                "http://127.0.0.1:8102.evil.example",
                "http://evil.example/127.0.0.1:8102",
                "http://evil.example:8102",
                "file://",
                "not an address",
            })
    void noOtherPageIs(String page) {
        assertThat(Browsers.isOwn(page, HostAndPort.create("127.0.0.1", 8102))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, false",
        "127.0.0.1, false",
        "::1, false",
        "[::1], false",
        "evil.example, true",
        "127.0.0.1.evil.example, true",
        "cafe, true",
    })
    void aNameMayLeadHereByTheWillOfOthers(String host, boolean named) {
        assertThat(Browsers.isNamed(host)).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example, false, false",
        "evil.example, true, true",
        "127.0.0.1, false, true",
        "127.0.0.1, true, true",
    })
    void underANameAPageIsItsOwnOnlyWhereTokensAreAskedFor(String host, boolean asksForTokens, boolean own) {
        assertThat(Browsers.isOwn("http://" + host + ":8102", HostAndPort.create(host, 8102), asksForTokens))
                .isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, true",
        "Application/JSON; charset=utf-8, true",
        "application/cloudevents-batch+json, true",
        "text/plain, false",
        "'text/plain; application/json', false",
        "multipart/form-data, false",
        "application/x-www-form-urlencoded, false",
        "text/x+json, false",
        ", false",
    })
    void onlyJsonIsReadFromAPage(String type, boolean read) {
        assertThat(Browsers.isJson(type)).isEqualTo(read);
    }
}
