package io.gpuledger.pricing.enforce;

import io.gpuledger.common.config.OwnerRule;
import java.util.List;
import java.util.Optional;

/** Whose pods are whose. */
@FunctionalInterface
public interface Owners {

    /** The rules in force now, of which the first that matches counts; absent where that cannot be told. */
    Optional<List<OwnerRule>> inForce() throws InterruptedException;
}
