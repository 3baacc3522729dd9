package io.gpuledger.alert.sink.email;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.email.EmailSettings.Server;
import io.gpuledger.alert.sink.tls.Tls;
import io.gpuledger.alert.wording.value.Subject;
import io.gpuledger.common.event.Notification;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Hands a mail to a server, over a connection of its own. */
final class EmailSink implements Sink {

    private final EmailSettings settings;
    private final Outside outside;

    EmailSink(EmailSettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Answer send(Notification notification) throws IOException {
        String objection;
        try {
            objection = outside.guard().objectionTo(settings.server().host());
        } catch (UnknownHostException e) {
            return new Answer.Retry("the host is not known", null);
        }
        if (objection != null) {
            return new Answer.Rejected(objection);
        }
        Subject subject = outside.subject(notification);
        Address[] recipients;
        try {
            recipients = InternetAddress.parse(settings.to().of(subject));
        } catch (AddressException e) {
            return new Answer.Rejected("to is not a list of addresses");
        }
        return handOver(new Mail(settings, subject).bytes(), recipients);
    }

    /** The library looks for its parts by the thread's class loader, which on our threads may be anybody's. */
    private Answer handOver(byte[] mail, Address[] recipients) throws IOException {
        Server server = settings.server();
        Secret user = server.user();
        Secret password = server.password();
        String name = user == null ? null : user.read();
        String secret = password == null ? null : password.read();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(SMTPTransport.class.getClassLoader());
        Session session = Session.getInstance(properties());
        URLName address = new URLName("smtp", server.host(), server.port(), null, name, secret);
        try (SMTPTransport transport = new SMTPTransport(session, address)) {
            transport.connect(server.host(), server.port(), name, secret);
            transport.sendMessage(new MimeMessage(session, new ByteArrayInputStream(mail)), recipients);
            return new Answer.Delivered("SMTP " + transport.getLastReturnCode());
        } catch (MessagingException e) {
            return SmtpAnswers.of(e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private Properties properties() throws IOException {
        Server server = settings.server();
        Properties properties = new Properties();
        String millis = String.valueOf(settings.timeout().toMillis());
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.auth", String.valueOf(server.user() != null));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(!server.tlsAtOnce()));
        properties.setProperty(
                "mail.smtp.starttls.required", String.valueOf(server.tlsRequired() && !server.tlsAtOnce()));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(server.tlsAtOnce()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        Tls tls = server.tls();
        if (tls != null) {
            secure(properties, tls);
        }
        properties.setProperty("mail.smtp.sendpartial", "true");
        if (server.hello() != null) {
            properties.setProperty("mail.smtp.localhost", server.hello());
        }
        return properties;
    }

    /** The library's own look at the name is left out where ours is another one. */
    private static void secure(Properties properties, Tls tls) throws IOException {
        properties.put(
                "mail.smtp.ssl.socketFactory", tls.context(tls.material()).getSocketFactory());
        properties.setProperty("mail.smtp.ssl.protocols", String.join(" ", tls.versions()));
        properties.setProperty(
                "mail.smtp.ssl.checkserveridentity", String.valueOf(!tls.trustAll() && tls.serverName() == null));
    }
}
