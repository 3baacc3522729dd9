/**
 * RunPod: REST v2 for pods and prices, GraphQL for the balance and where REST v2 fails.
 *
 * <p>In: the provider's answers. Out: events without what is secret. Promise: an environment variable of a pod leaves this package in no form, and a placeholder price is no price.
 */
@NullMarked
package io.gpuledger.pricing.provider.runpod;

import org.jspecify.annotations.NullMarked;
