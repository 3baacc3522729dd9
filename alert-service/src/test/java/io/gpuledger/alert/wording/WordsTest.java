package io.gpuledger.alert.wording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.alert.wording.syntax.InvalidTemplate;
import io.gpuledger.alert.wording.value.Subject;
import io.gpuledger.alert.wording.value.Unwritable;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Notification.Told;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates mean what Go and Alertmanager mean by them; the expected texts are those amtool 0.25 renders. */
class WordsTest {

    private static final Subject SUBJECT = new Subject(
            Saying.of(
                    Status.FIRING,
                    Saying.told("ml", Status.FIRING),
                    Saying.told("cv", Status.FIRING),
                    Saying.told("ops", Status.RESOLVED)),
            "http://alerts.example");

    private static String written(String template) {
        return Library.EMPTY.words(template).exactly(SUBJECT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "plain ~ plain",
                "{{ .Status | toUpper }} ~ FIRING",
                "{{ .Alerts.Firing | len }}/{{ len .Alerts }} ~ 2/3",
                "{{ .GroupLabels.SortedPairs.Values | join ` ` }} ~ SpendBurnRate",
                "{{ (index .Alerts 1).Labels.budget }} ~ cv",
                "{{ range .Alerts }}{{ .Labels.budget }},{{ end }} ~ ml,cv,ops,",
                "{{ range $i, $a := .Alerts }}{{ if $i }}, {{ end }}{{ $i }}={{ $a.Labels.budget }}{{ end }} ~ 0=ml, 1=cv, 2=ops",
                "{{ with .CommonLabels.Remove .GroupLabels.Names }}{{ .Values | join `-` }}{{ end }} ~ page",
                "{{ .CommonLabels.nothing }}! ~ !",
                "{{ if and .CommonLabels.severity (eq .CommonLabels.severity `page` `critical`) }}yes{{ else }}no{{ end }} ~ yes",
                "{{ if eq .Status `resolved` }}a{{ else if eq .Status `firing` }}b{{ end }} ~ b",
                "{{ range .Alerts.Resolved }}{{ .EndsAt.Format `2006-01-02 15:04:05` }}{{ end }} ~ 2026-11-21 07:31:24",
                "{{ (index .Alerts 0).StartsAt.Unix }} ~ 1795246224",
                "{{ (index .Alerts 0).StartsAt }} ~ 2026-11-21 07:30:24 +0000 UTC",
                "{{ printf `%s is %d, %.2f and %q` .Status 7 1.5 `x` }} ~ firing is 7, 1.50 and \"x\"",
                "{{ printf `%-5s|%5s|%05d` `ab` `cd` 42 }} ~ ab   |   cd|00042",
                "{{ $x := 1 }}{{ range .Alerts }}{{ $x = 2 }}{{ end }}{{ $x }} ~ 2",
                "{{ range .Alerts }}{{ if eq .Labels.budget `cv` }}{{ break }}{{ end }}{{ .Labels.budget }}{{ end }} ~ ml",
                "{{ define `t` }}<{{ . }}>{{ end }}{{ template `t` .Status }} ~ <firing>",
                "a {{- /* nothing */ -}} b ~ ab",
                "{{- 3 -}} ~ 3",
                "{{ reReplaceAll `(.)urn` `${1}URN` `SpendBurnRate` }} ~ SpendBURNRate",
                "{{ match `^Sp` `SpendBurnRate` }}{{ title `a b` }}{{ toLower `AB` }} ~ trueA Bab",
                "{{ stringSlice `a` `b` }} ~ [a b]",
                "{{ not true }} {{ or `` `b` }} {{ gt 2 1 }} {{ slice `abc` 1 }} {{ print 1 2 `a` 3 }} ~ false b true bc 1 2a3",
                "{{ `a<b` | html }} {{ `a b` | urlquery }} ~ a&lt;b a+b",
            })
    void areWrittenAsGoWritesThem(String template, String expected) {
        assertThat(written(template)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "{{ (index .Alerts 0).StartsAt | since | humanizeDuration }} ~ 1m 30s",
                "{{ (index .Alerts 0).StartsAt | tz `Europe/Berlin` | date `15:04 MST` }} ~ 08:30 CET",
                "{{ .CommonLabels }} ~ alertname=SpendBurnRate, severity=page",
                "{{ toJson .GroupLabels }} ~ {\"alertname\":\"SpendBurnRate\"}",
                "{{ list 1 `a` | toJson }}{{ (dict `a` 1).a }} ~ [1,\"a\"]1",
                "{{ `x` | base64encode | base64decode }} ~ x",
                "{{ humanizeDuration 93784 }} {{ humanizeDuration 5.6781 }} ~ 1d 2h 3m 4s 5.678s",
            })
    void knowTheFunctionsOfLaterVersions(String template, String expected) {
        assertThat(written(template)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "{{ .Status ~ unclosed action",
                "{{ nope .Status }} ~ function \"nope\" not defined",
                "{{ if .Status }} ~ {{if}} without {{end}}",
                "a {{ end }} ~ unexpected {{end}}",
                "{{ }} ~ missing value for command",
                "{{ ^unterminated }} ~ unclosed action",
                "{{ (len .Alerts }} ~ unclosed left paren"
            })
    void refusesWhatCannotBeRead(String template, String rule) {
        assertThatThrownBy(() -> Library.EMPTY.words("\n" + template.replace('^', '"')))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessageContaining(rule)
                .satisfies(e -> assertThat(((InvalidTemplate) e).line()).isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ .Nope }}",
                "{{ template `nope` . }}",
                "{{ define `t` }}{{ template `t` . }}{{ end }}{{ template `t` . }}",
                "{{ range 1000 }}{{ range 1000 }}{{ range 1000 }}x{{ end }}{{ end }}{{ end }}",
                "{{ match `(` `a` }}",
                "{{ len 1 }}",
                "{{ index .Alerts 99 }}"
            })
    void endsWhatCannotBeWritten(String template) {
        assertThatThrownBy(() -> written(template)).isInstanceOf(Unwritable.class);
    }

    @Test
    void escapesForHtmlButNotWhatIsSafe() {
        assertThat(Library.EMPTY
                        .words("<b>{{ `a<b` }}{{ `<i>` | safeHtml }}</b>")
                        .htmlOf(SUBJECT))
                .isEqualTo("<b>a&lt;b<i></b>");
    }

    @Test
    void saysItPlainlyWhereTheTemplateCannotBeWritten() {
        assertThat(Library.EMPTY.words("{{ .Nope }}").of(SUBJECT))
                .isEqualTo("FIRING: ml burns 15.2x its plan"
                        + " (the template cannot be written: can't evaluate field Nope in a notification)");
    }

    @Test
    void tellOnAPhoneWhoHowMuchHowLongWhoseAndSinceWhen() throws IOException {
        Told alert = new Told(
                Status.FIRING,
                "f1",
                Map.of("alertname", "burn-fast", "owner", "team-ml"),
                Map.of(
                        "summary", "team-ml burns 15.2x its plan over 1h and 5m ($86.4/h now)",
                        "value", "15.2 x",
                        "threshold", "6 x",
                        "window", "1h, 5m",
                        "hours_left", "3.6",
                        "money_at_stake", "$310.00",
                        "contributors", "train-7b (H100) $12.34, 63%; eval $3.20, 17%",
                        "runbook_url", "https://runbooks.example/b"),
                Saying.SINCE,
                null,
                null);

        String text = library()
                .words("{{ template \"gpu_ledger.text\" . }}")
                .of(new Subject(Saying.of(Status.FIRING, alert), "http://alerts.example"));

        assertThat(text).isEqualTo("""
                team-ml burns 15.2x its plan over 1h and 5m ($86.4/h now)
                train-7b (H100) $12.34, 63%; eval $3.20, 17%
                At stake: $310.00
                Lasts: 3.6 h
                Since 21 Nov 07:30 UTC: 15.2 x over 1h, 5m, limit 6 x
                1 firing, 0 resolved: first notification
                Runbook: https://runbooks.example/b
                http://alerts.example""");
        assertThat(text.length()).isLessThan(400);
    }

    @Test
    void sayInTheTitleWhatItIsAndHowMany() throws IOException {
        assertThat(library().words("{{ template \"__subject\" . }}").of(SUBJECT))
                .isEqualTo("[FIRING:2] ml burns 15.2x its plan (and 1 more)");
        assertThat(library().words("{{ template \"__subject\" . }}").of(new Subject(Saying.resolved(), "")))
                .isEqualTo("[RESOLVED] ml burns 15.2x its plan");
    }

    private static Library library() throws IOException {
        try (InputStream in = WordsTest.class.getResourceAsStream("/default.tmpl")) {
            return Library.EMPTY.with(new String(in.readAllBytes(), UTF_8));
        }
    }
}
