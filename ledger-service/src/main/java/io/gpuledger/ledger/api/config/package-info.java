/**
 * The configuration over HTTP.
 *
 * <p>In: requests that want a resource shown, made, changed or deleted. Out: JSON with the resource's version, or a problem that
 * names field and rule, or who was faster. Promise: nothing that somebody else wrote is overwritten unseen.
 */
@NullMarked
package io.gpuledger.ledger.api.config;

import org.jspecify.annotations.NullMarked;
