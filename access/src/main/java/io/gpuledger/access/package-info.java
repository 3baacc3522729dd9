/**
 * The lock on the doors over HTTP, the same for every service.
 *
 * <p>In: the tokens file, requests. Out: who asks, or why nobody comes in. Promise: what does not say who may ask is closed; a service
 * that others can reach does not start without a lock; a page that is not known changes nothing; a token is never shown.
 */
@NullMarked
package io.gpuledger.access;

import org.jspecify.annotations.NullMarked;
