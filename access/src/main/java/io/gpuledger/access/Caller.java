package io.gpuledger.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who asks now. */
@Singleton
public class Caller {

    private final SecurityIdentity identity;

    public Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The principal; absent where nobody is asked who they are. */
    public Optional<String> name() {
        return identity.isAnonymous()
                ? Optional.empty()
                : Optional.of(identity.getPrincipal().getName());
    }

    /** The principal; only where there is none, whoever the request says it is. */
    public @Nullable String or(@Nullable String claim) {
        return name().orElse(claim);
    }
}
