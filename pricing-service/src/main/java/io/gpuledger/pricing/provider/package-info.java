/**
 * What can be asked of a provider, and how asking can end.
 *
 * <p>In: an account and an instant. Out: pods, a balance, a price list, or why not. Promise: a failure is a value, and what could not be read is never taken for nothing.
 */
@NullMarked
package io.gpuledger.pricing.provider;

import org.jspecify.annotations.NullMarked;
