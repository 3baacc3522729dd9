package io.gpuledger.alert.wording.value;

import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Notification.Told;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The alerts of a notification. */
final class Alerts extends AbstractList<Object> implements Member {

    private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    private final List<Told> alerts;

    Alerts(List<Told> alerts) {
        this.alerts = alerts;
    }

    @Override
    public Object get(int index) {
        return new One(alerts.get(index));
    }

    @Override
    public int size() {
        return alerts.size();
    }

    @Override
    public Object member(String name, List<@Nullable Object> arguments) {
        return switch (name) {
            case "Firing" -> only(Status.FIRING);
            case "Resolved" -> only(Status.RESOLVED);
            default -> throw Member.missing(name, "alerts");
        };
    }

    private Alerts only(Status status) {
        return new Alerts(
                alerts.stream().filter(told -> told.status() == status).toList());
    }

    static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** One of them. */
    record One(Told told) implements Member {

        @Override
        public Object member(String name, List<@Nullable Object> arguments) {
            return switch (name) {
                case "Status" -> word(told.status());
                case "Labels" -> new Labels(told.labels());
                case "Annotations" -> new Labels(told.annotations());
                case "StartsAt" -> time(told.startsAt());
                case "EndsAt" -> time(told.endsAt());
                case "GeneratorURL" -> told.generatorUrl() == null ? "" : told.generatorUrl();
                case "Fingerprint" -> told.fingerprint();
                default -> throw Member.missing(name, "an alert");
            };
        }

        private static ZonedDateTime time(@Nullable Instant instant) {
            return (instant == null ? NEVER : instant).atZone(ZoneOffset.UTC);
        }
    }
}
