package io.gpuledger.alert.api;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.gpuledger.alert.route.Matcher;
import io.gpuledger.alert.route.MatcherReader;
import io.gpuledger.common.value.InvalidValue;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which alerts are asked for; parameters and defaults are Alertmanager's. */
public final class AlertFilter {

    @RestQuery
    @DefaultValue("true")
    boolean active = true;

    @RestQuery
    @DefaultValue("true")
    boolean inhibited = true;

    @RestQuery
    @DefaultValue("true")
    boolean silenced = true;

    /** An alert is processed when it is on the board. */
    @RestQuery
    @DefaultValue("true")
    boolean unprocessed = true;

    @RestQuery
    @DefaultValue("true")
    boolean muted = true;

    @RestQuery
    List<String> filter = List.of();

    @RestQuery
    @Nullable String receiver;

    List<Board.Shown> from(List<Board.Shown> alerts) {
        List<Matcher> matchers = filter.stream()
                .flatMap(text -> MatcherReader.all(text).stream())
                .toList();
        Pattern receivers = receiver == null ? null : receiverPattern(receiver);
        return alerts.stream()
                .filter(this::isWanted)
                .filter(shown -> matchers.stream()
                        .allMatch(matcher -> matcher.matches(shown.alert().labels())))
                .filter(shown -> receivers == null
                        || shown.receivers().stream()
                                .anyMatch(name -> receivers.matcher(name).matches()))
                .toList();
    }

    private boolean isWanted(Board.Shown shown) {
        return (active || shown.isSuppressed())
                && (silenced || shown.silencedBy().isEmpty())
                && (inhibited || shown.inhibitedBy().isEmpty());
    }

    boolean wantsReceiver(String name) {
        return receiver == null || receiverPattern(receiver).matcher(name).matches();
    }

    private static Pattern receiverPattern(String receiver) {
        try {
            return Pattern.compile("^(?:" + receiver + ")$");
        } catch (PatternSyntaxException e) {
            throw new InvalidValue("receiver", "must be a regular expression");
        }
    }
}
