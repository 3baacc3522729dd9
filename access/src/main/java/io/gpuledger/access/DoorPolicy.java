package io.gpuledger.access;

import io.gpuledger.common.access.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Every request, whatever answers it: who asks must be known, unless the door is open. What resources say beside their
 * methods comes on top; what Quarkus itself answers ({@code /q/}) is for viewers.
 */
@Singleton
final class DoorPolicy implements HttpSecurityPolicy {

    private static final String QUARKUS = "/q/";

    private final Refusals refusals;

    DoorPolicy(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return OpenDoors.isOpen(request)
                ? CheckResult.permit()
                : identity.map(who -> new CheckResult(isAdmitted(request.normalizedPath(), who)));
    }

    static boolean isAdmitted(String path, SecurityIdentity who) {
        return path.startsWith(QUARKUS)
                ? who.hasRole(Roles.VIEWER)
                : !who.getRoles().isEmpty();
    }

    void words(@Observes Router router) {
        router.route(QUARKUS + "*").order(Integer.MIN_VALUE).failureHandler(request -> {
            if (request.user() instanceof QuarkusHttpUser user) {
                refusals.failed(request, user.getSecurityIdentity(), List.of(Roles.VIEWER));
            } else {
                request.next();
            }
        });
    }
}
