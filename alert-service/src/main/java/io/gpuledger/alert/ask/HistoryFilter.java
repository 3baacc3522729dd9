package io.gpuledger.alert.ask;

import io.gpuledger.alert.ask.Moments.Moment;
import io.gpuledger.alert.rest.Parameters;
import io.gpuledger.alert.route.Matcher;
import io.gpuledger.alert.route.MatcherReader;
import io.gpuledger.common.value.InvalidValue;
import jakarta.ws.rs.DefaultValue;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which moments are asked for; several wishes must all hold. */
public final class HistoryFilter {

    /** Conditions on labels, as API v2 takes them: a moment is wanted if one of its alerts fulfils all. */
    @RestQuery
    List<String> filter = List.of();

    @RestQuery
    @Nullable String receiver;

    @RestQuery
    @Nullable String fingerprint;

    /** The beginning of the group key. */
    @RestQuery
    @Nullable String group;

    /** {@code told}, {@code withheld} or {@code released}. */
    @RestQuery
    @Nullable String decision;

    /** The first instant, included. */
    @RestQuery
    @Nullable String from;

    /** The last instant, not included. */
    @RestQuery
    @Nullable String until;

    @RestQuery
    @DefaultValue("100")
    String limit = "100";

    /** What the texts mean. */
    record Wanted(HistoryFilter asked, List<Matcher> matchers, Instant from, Instant until) {

        boolean takes(Moment moment) {
            return isThat(asked.receiver, moment.receiver())
                    && isThat(asked.decision, moment.decision().word())
                    && (asked.group == null || moment.groupKey().startsWith(asked.group))
                    && !moment.at().isBefore(from)
                    && moment.at().isBefore(until)
                    && moment.alerts().stream().anyMatch(this::takes);
        }

        private boolean takes(Moments.About alert) {
            return isThat(asked.fingerprint, alert.fingerprint())
                    && matchers.stream().allMatch(matcher -> matcher.matches(alert.labels()));
        }

        private static boolean isThat(@Nullable String wanted, String is) {
            return wanted == null || wanted.equals(is);
        }
    }

    Wanted wanted() {
        InvalidValue.unless(
                decision == null || List.of("told", "withheld", "released").contains(decision),
                "decision",
                "must be told, withheld or released");
        return new Wanted(
                this,
                filter.stream()
                        .flatMap(text -> MatcherReader.all(text).stream())
                        .toList(),
                Parameters.instant("from", from, Instant.MIN),
                Parameters.instant("until", until, Instant.MAX));
    }
}
