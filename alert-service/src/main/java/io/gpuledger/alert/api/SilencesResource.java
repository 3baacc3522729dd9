package io.gpuledger.alert.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.access.Caller;
import io.gpuledger.alert.api.Views.SilenceView;
import io.gpuledger.alert.flow.DeskView;
import io.gpuledger.alert.mute.SilenceChange;
import io.gpuledger.alert.mute.SilenceState;
import io.gpuledger.alert.route.Matcher;
import io.gpuledger.alert.route.MatcherReader;
import io.gpuledger.common.access.Roles;
import io.gpuledger.common.event.Silence;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.wire.Malformed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Alertmanager's API v2: silences. */
@Path("/")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SilencesResource {

    /** Alertmanager's code for what does not fit the schema. */
    private static final int UNFIT = 601;

    private static final int UNPROCESSABLE = 422;

    private final DeskView view;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Caller caller;

    SilencesResource(DeskView view, Outbox outbox, InstantSource clock, Caller caller) {
        this.view = view;
        this.outbox = outbox;
        this.clock = clock;
        this.caller = caller;
    }

    /** A silence as clients of Alertmanager write it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Posted(
            @Nullable String id,
            List<PostedMatcher> matchers,
            Instant startsAt,
            Instant endsAt,
            @Nullable String createdBy,
            @Nullable String comment,
            @Nullable Map<String, String> annotations) {}

    /** A condition as clients of Alertmanager write it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record PostedMatcher(
            String name,
            String value,
            @JsonProperty("isRegex") boolean regex,
            @JsonProperty("isEqual") @Nullable Boolean equal) {

        Silence.Condition condition() {
            return new Silence.Condition(name, value, regex, equal == null || equal);
        }
    }

    @GET
    @Path("/api/v2/silences")
    public List<SilenceView> silences(@RestQuery List<String> filter) {
        Instant now = clock.instant();
        List<Matcher> matchers = filter.stream()
                .flatMap(text -> MatcherReader.all(text).stream())
                .toList();
        return view.silences().stream()
                .filter(silence -> matchers.stream().allMatch(matcher -> matcher.matches(named(silence))))
                .sorted(Comparator.<Silence, SilenceState>comparing(silence -> SilenceState.of(silence, now))
                        .thenComparing(silence -> SilenceState.of(silence, now) == SilenceState.PENDING
                                ? silence.startsAt()
                                : silence.endsAt())
                        .thenComparing(Silence::id))
                .map(silence -> SilenceView.of(silence, now))
                .toList();
    }

    /** A silence is found by the labels its conditions name, as they write them. */
    private static Map<String, String> named(Silence silence) {
        Map<String, String> named = new TreeMap<>();
        silence.matchers().forEach(condition -> named.put(condition.name(), condition.value()));
        return named;
    }

    @RolesAllowed(Roles.OPERATOR)
    @POST
    @Path("/api/v2/silences")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response set(@Nullable JsonNode body) {
        Instant now = clock.instant();
        @Nullable Posted posted;
        try {
            posted = PostedBody.read(body, Posted.class);
        } catch (JsonProcessingException e) {
            return unfit(Malformed.place(e) + Malformed.reason(e));
        }
        if (posted == null) {
            throw new InvalidValue("body", "must be an object with fields");
        }
        boolean isNew = posted.id() == null || posted.id().isEmpty();
        Optional<Silence> known = isNew ? Optional.empty() : find(String.valueOf(posted.id()));
        if (!isNew && known.isEmpty()) {
            return notFound();
        }
        List<Silence> changes = SilenceChange.set(known.orElse(null), wish(posted, now), now);
        outbox.silences(signed(changes));
        return Response.ok(Map.of("silenceID", changes.getLast().id())).build();
    }

    /** {@code createdBy} is what its author calls himself; who it was is known only where it was asked. */
    private List<Silence> signed(List<Silence> changes) {
        return caller.name()
                .map(name ->
                        changes.stream().map(change -> change.changedBy(name)).toList())
                .orElse(changes);
    }

    private static Silence wish(Posted posted, Instant now) {
        InvalidValue.unless(posted.startsAt() != null, "startsAt", "is required");
        InvalidValue.unless(posted.endsAt() != null, "endsAt", "is required");
        InvalidValue.unless(!posted.endsAt().isBefore(posted.startsAt()), "endsAt", "must be after startsAt");
        return new Silence(
                UUID.randomUUID().toString(),
                now,
                posted.matchers() == null
                        ? List.of()
                        : posted.matchers().stream()
                                .map(PostedMatcher::condition)
                                .toList(),
                posted.startsAt(),
                posted.endsAt(),
                posted.createdBy() == null ? "" : posted.createdBy(),
                posted.comment() == null ? "" : posted.comment(),
                posted.annotations() == null ? Map.of() : posted.annotations());
    }

    @GET
    @Path("/api/v2/silence/{id}")
    public Response silence(@RestPath String id) {
        return isUuid(id)
                ? find(id).map(silence -> Response.ok(SilenceView.of(silence, clock.instant()))
                                .build())
                        .orElseGet(SilencesResource::notFound)
                : unfit("silenceID in path must be of type uuid: \"" + id + "\"");
    }

    @RolesAllowed(Roles.OPERATOR)
    @DELETE
    @Path("/api/v2/silence/{id}")
    public Response expire(@RestPath String id, @RestHeader("X-Changed-By") @Nullable String claim) {
        if (!isUuid(id)) {
            return unfit("silenceID in path must be of type uuid: \"" + id + "\"");
        }
        Optional<Silence> known = find(id);
        if (known.isEmpty()) {
            return notFound();
        }
        Instant now = clock.instant();
        if (SilenceState.of(known.get(), now) != SilenceState.EXPIRED) {
            outbox.silences(List.of(SilenceChange.expired(known.get(), now).changedBy(caller.or(claim))));
        }
        return Response.ok().build();
    }

    private Optional<Silence> find(String id) {
        return view.silences().stream()
                .filter(silence -> silence.id().equals(id))
                .findFirst();
    }

    private static boolean isUuid(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Response notFound() {
        return Response.status(Response.Status.NOT_FOUND).build();
    }

    private static Response unfit(String message) {
        return Response.status(UNPROCESSABLE)
                .entity(Map.of("code", UNFIT, "message", message))
                .build();
    }
}
