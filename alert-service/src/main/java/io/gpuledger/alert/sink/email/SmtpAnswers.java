package io.gpuledger.alert.sink.email;

import io.gpuledger.alert.sink.Answer;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a failure of SMTP means: replies that begin with 4 pass, those with 5 do not. The server's words are not shown. */
final class SmtpAnswers {

    private static final Pattern CODE = Pattern.compile("^\\s*([45]\\d\\d)\\b");

    private SmtpAnswers() {}

    static Answer of(MessagingException problem) {
        if (problem instanceof SendFailedException partly
                && partly.getValidSentAddresses() != null
                && partly.getValidSentAddresses().length > 0) {
            return new Answer.Delivered("to " + partly.getValidSentAddresses().length + " of the addresses");
        }
        String said = String.valueOf(problem.getMessage());
        if (said.contains("STARTTLS is required")) {
            return new Answer.Rejected("the server offers no STARTTLS, and require_tls wants it");
        }
        int code = code(problem);
        if (code >= 500) {
            return new Answer.Rejected("SMTP " + code);
        }
        if (code >= 400) {
            return new Answer.Retry("SMTP " + code, null);
        }
        return problem instanceof AuthenticationFailedException
                ? new Answer.Rejected("the server does not let us in")
                : new Answer.Retry("no connection (" + problem.getClass().getSimpleName() + ")", null);
    }

    /** The first reply in the chain; 0 where there was none. */
    private static int code(@Nullable Exception problem) {
        return switch (problem) {
            case null -> 0;
            case SMTPSendFailedException failed
            when failed.getReturnCode() > 0 && failed.getNextException() == null -> failed.getReturnCode();
            case SMTPAddressFailedException failed -> failed.getReturnCode();
            case SMTPSenderFailedException failed -> failed.getReturnCode();
            case MessagingException failed when failed.getNextException() != null -> code(failed.getNextException());
            case SMTPSendFailedException failed -> failed.getReturnCode();
            default -> {
                Matcher code = CODE.matcher(String.valueOf(problem.getMessage()));
                yield code.find() ? Integer.parseInt(code.group(1)) : 0;
            }
        };
    }
}
