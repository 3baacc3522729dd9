/**
 * What is done at RunPod.
 *
 * <p>In: a verb and an id. Out: one call, and what came of it. Promise: what is so already counts as done, and a call that may
 * be tried again is told apart from one that may not.
 */
@NullMarked
package io.gpuledger.pricing.provider.runpod.hand;

import org.jspecify.annotations.NullMarked;
