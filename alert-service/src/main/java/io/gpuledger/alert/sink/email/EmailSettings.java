package io.gpuledger.alert.sink.email;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.sink.tls.Tls;
import io.gpuledger.alert.wording.Words;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox, or several.
 *
 * @param headers by their names; To, From and Subject are among them
 * @param timeout for each step: to connect, to be answered, to write
 */
record EmailSettings(
        boolean sendResolved,
        Server server,
        Words to,
        Words from,
        Map<String, Words> headers,
        Words html,
        Words text,
        Duration timeout)
        implements SinkSettings {

    /**
     * The server that takes mails.
     *
     * @param hello what we say we are; absent means our own name
     * @param user absent means that nobody logs in
     * @param tlsRequired whether it must offer STARTTLS
     * @param tlsAtOnce whether TLS is spoken from the first byte, as on port 465
     * @param tls whom to believe there, and who we are; absent means as the Java runtime does it
     */
    record Server(
            String host,
            int port,
            @Nullable String hello,
            @Nullable Secret user,
            @Nullable Secret password,
            boolean tlsRequired,
            boolean tlsAtOnce,
            @Nullable Tls tls) {}

    @Override
    public Sink sink(Outside outside) {
        return new EmailSink(this, outside);
    }
}
