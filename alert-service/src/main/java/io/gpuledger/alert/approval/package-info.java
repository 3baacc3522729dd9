/**
 * Actions over REST: what is to be done and what was, and people's yes and no.
 *
 * <p>In: {@code /v1/actions}. Out: answers, and approvals on {@code actions.v1}. Promise: a yes or no is answered when it
 * holds, and bears the name of who gave it and why.
 */
@NullMarked
package io.gpuledger.alert.approval;

import org.jspecify.annotations.NullMarked;
