package io.gpuledger.alert.sink.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.alert.wording.value.Subject;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Told;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A mail as it goes over the wire, RFC 5322. It is the same however often it is tried: a mailbox that looks at the
 * {@code Message-Id} shows it once.
 */
final class Mail {

    private static final int KEY_CHARS = 16;
    private static final int LINE_CHARS = 76;
    private static final int HEADER_CHARS_MAX = 900;
    private static final String END = "\r\n";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final EmailSettings settings;
    private final Subject subject;

    Mail(EmailSettings settings, Subject subject) {
        this.settings = settings;
        this.subject = subject;
        Notification said = subject.said();
        headers.put("From", settings.from().of(subject));
        headers.put("To", settings.to().of(subject));
        headers.put("Date", DATE.format(said.at().atZone(ZoneOffset.UTC)));
        headers.put("Message-Id", "<" + first(said.id()) + "@gpu-ledger.alert>");
        headers.put("References", thread(said));
        headers.put("In-Reply-To", thread(said));
        headers.put("Auto-Submitted", "auto-generated");
        settings.headers().forEach((name, words) -> headers.put(name, words.of(subject)));
        headers.put("Mime-Version", "1.0");
    }

    /** The mails of a group since its oldest alert began. */
    private static String thread(Notification said) {
        Instant since = said.alerts().stream()
                .map(Told::startsAt)
                .min(Instant::compareTo)
                .orElse(said.at());
        return "<alert-" + first(said.dedupKey()) + "-"
                + since.atZone(ZoneOffset.UTC).toLocalDate() + "@gpu-ledger.alert>";
    }

    private static String first(String key) {
        return key.substring(0, Math.min(KEY_CHARS, key.length())).replaceAll("[^A-Za-z0-9]", "-");
    }

    byte[] bytes() {
        StringBuilder mail = new StringBuilder();
        headers.forEach((name, value) ->
                mail.append(name).append(": ").append(encoded(name, value)).append(END));
        String text = settings.text().of(subject);
        String html = settings.html().htmlOf(subject);
        if (html.isBlank() || text.isBlank()) {
            part(mail, html.isBlank() ? "text/plain" : "text/html", html.isBlank() ? text : html);
            return mail.toString().getBytes(UTF_8);
        }
        String boundary = "part-" + first(subject.said().id());
        mail.append("Content-Type: multipart/alternative; boundary=\"" + boundary + "\"" + END + END);
        mail.append("--" + boundary + END);
        part(mail, "text/plain", text);
        mail.append(END + "--" + boundary + END);
        part(mail, "text/html", html);
        mail.append(END + "--" + boundary + "--" + END);
        return mail.toString().getBytes(UTF_8);
    }

    private static void part(StringBuilder mail, String type, String text) {
        mail.append("Content-Type: " + type + "; charset=UTF-8" + END)
                .append("Content-Transfer-Encoding: base64" + END + END)
                .append(Base64.getMimeEncoder(LINE_CHARS, END.getBytes(UTF_8)).encodeToString(text.getBytes(UTF_8)))
                .append(END);
    }

    /** On one line, and in ASCII; addresses are left as they are. */
    private static String encoded(String name, String value) {
        String line = value.replaceAll("[\\r\\n]+", " ").strip();
        String bounded = line.substring(0, Math.min(line.length(), HEADER_CHARS_MAX));
        try {
            boolean plain = bounded.chars().allMatch(c -> c < 128);
            return plain
                    ? bounded
                    : MimeUtility.fold(name.length() + 2, MimeUtility.encodeText(bounded, "UTF-8", null));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }
}
