package io.gpuledger.alert.answer;

import io.gpuledger.alert.rest.Parameters;
import io.gpuledger.alert.route.Matcher;
import io.gpuledger.alert.route.MatcherReader;
import io.gpuledger.common.access.Roles;
import io.gpuledger.common.value.InvalidValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The groups of which something fires: who looks after them, and who is told if nobody does. */
@Path("/v1/groups")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class GroupsResource {

    private final OpenGroups groups;
    private final InstantSource clock;

    GroupsResource(OpenGroups groups, InstantSource clock) {
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * @param filter conditions on labels, as API v2 takes them: a group is shown if one of its alerts fulfils all
     * @param acknowledged {@code true} or {@code false} for those only
     */
    @GET
    public List<OpenGroup> groups(
            @RestQuery List<String> filter,
            @RestQuery @Nullable String receiver,
            @RestQuery @Nullable String acknowledged,
            @RestQuery @DefaultValue("100") String limit) {
        int rows = Parameters.limit(limit);
        InvalidValue.unless(
                acknowledged == null || acknowledged.equals("true") || acknowledged.equals("false"),
                "acknowledged",
                "must be true or false");
        List<Matcher> matchers = filter.stream()
                .flatMap(text -> MatcherReader.all(text).stream())
                .toList();
        return groups.at(clock.instant()).stream()
                .filter(group -> receiver == null || receiver.equals(group.receiver()))
                .filter(group ->
                        acknowledged == null || acknowledged.equals(String.valueOf(group.acknowledged() != null)))
                .filter(group -> group.alerts().stream()
                        .anyMatch(alert -> matchers.stream().allMatch(matcher -> matcher.matches(alert.labels()))))
                .limit(rows)
                .toList();
    }
}
