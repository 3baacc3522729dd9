/**
 * Carries out actions.
 *
 * <p>In: {@code action-commands.v1}, the owner rules of {@code config.v1}. Out: calls to providers, and what came of them on {@code actions.v1}. Promise: nothing is
 * done in an account whose settings do not allow it, nothing to what is exempt, and of one account one thing at a time; a
 * command that is read twice is carried out twice, and the second time finds it done.
 */
@NullMarked
package io.gpuledger.pricing.enforce;

import org.jspecify.annotations.NullMarked;
