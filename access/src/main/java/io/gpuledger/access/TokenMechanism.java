package io.gpuledger.access;

import io.gpuledger.common.access.Principal;
import io.gpuledger.common.access.Roles;
import io.gpuledger.common.access.Tokens;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests -> who asks. Without a tokens file everybody is nobody in particular, and may do everything. */
@Singleton
final class TokenMechanism implements HttpAuthenticationMechanism {

    private static final String HEADER = "Authorization";
    private static final SecurityIdentity ANYBODY = QuarkusSecurityIdentity.builder()
            .setAnonymous(true)
            .addRoles(Set.copyOf(Roles.ALL))
            .build();

    private final TokensInForce tokens;
    private final Refusals refusals;

    TokenMechanism(TokensInForce tokens, Refusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        Optional<Tokens> known = tokens.get();
        if (known.isEmpty()) {
            return Uni.createFrom().item(ANYBODY);
        }
        @Nullable String shown = request.request().getHeader(HEADER);
        if (shown == null || OpenDoors.isOpen(request)) {
            return Uni.createFrom().nullItem();
        }
        return Shown.token(shown)
                .flatMap(known.get()::holder)
                .map(holder -> Uni.createFrom().item(identity(holder)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    private static SecurityIdentity identity(Principal holder) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(holder.name()))
                .addRoles(holder.roles())
                .build();
    }

    /** Bearer only: asked for Basic, a browser would keep the token and send it along with what other sites make it do. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom()
                .item(new ChallengeData(Refusals.UNAUTHORIZED, Refusals.CHALLENGE_HEADER, Refusals.CHALLENGE));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        refusals.unauthorized(request, request.request().getHeader(HEADER) != null);
        return Uni.createFrom().item(true);
    }
}
