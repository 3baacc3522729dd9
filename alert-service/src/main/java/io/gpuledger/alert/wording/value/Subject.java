package io.gpuledger.alert.wording.value;

import io.gpuledger.common.event.Notification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template is written for: a notification, under Alertmanager's names.
 *
 * @param externalUrl where people read on
 */
public record Subject(Notification said, String externalUrl) implements Member {

    private static final String SPECIAL = "\\.+*?()|[]{}^$";

    @Override
    public @Nullable Object member(String name, List<@Nullable Object> arguments) {
        return switch (name) {
            case "Receiver" -> quoted(said.receiver());
            case "Status" -> Alerts.word(said.status());
            case "Alerts" -> new Alerts(said.alerts());
            case "GroupLabels" -> new Labels(said.groupLabels());
            case "CommonLabels" -> new Labels(said.commonLabels());
            case "CommonAnnotations" -> new Labels(said.commonAnnotations());
            case "ExternalURL" -> externalUrl;
            case "NotificationReason" -> said.reason();
            case "GroupKey" -> said.groupKey();
            case "TruncatedAlerts" -> (long) said.omitted();
            default -> throw Member.missing(name, "a notification");
        };
    }

    /** Alertmanager writes the receiver's name as a regular expression that matches it. */
    public static String quoted(String name) {
        StringBuilder quoted = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0) {
                quoted.append('\\');
            }
            quoted.appendCodePoint(c);
        });
        return quoted.toString();
    }
}
