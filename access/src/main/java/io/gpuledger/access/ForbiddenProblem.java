package io.gpuledger.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Names the role that a method of a resource needs. */
class ForbiddenProblem {

    private final Refusals refusals;
    private final SecurityIdentity who;

    ForbiddenProblem(Refusals refusals, SecurityIdentity who) {
        this.refusals = refusals;
        this.who = who;
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException problem, ResourceInfo asked, UriInfo uri) {
        return refusals.forbidden(uri.getPath(), who, needed(asked)).response();
    }

    private static List<String> needed(ResourceInfo asked) {
        return Stream.of(asked.getResourceMethod(), asked.getResourceClass())
                .map(place -> Optional.ofNullable(place.getAnnotation(RolesAllowed.class)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(said -> List.of(said.value()))
                .orElse(List.of("of nobody"));
    }
}
