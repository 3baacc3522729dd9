/**
 * The door to RunPod's servers.
 *
 * <p>In: questions. Out: JSON, or why not. Promise: no answer takes longer or grows larger than its limit, and what the
 * provider asks of its clients is kept.
 */
@NullMarked
package io.gpuledger.pricing.provider.runpod.http;

import org.jspecify.annotations.NullMarked;
