/**
 * The questions and commands people send.
 *
 * <p>In: HTTP requests. Out: JSON answers and problems. Promise: an answer holds no key, and a problem names field and rule.
 */
@NullMarked
package io.gpuledger.pricing.api;

import org.jspecify.annotations.NullMarked;
