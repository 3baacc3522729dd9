/**
 * What is done at a provider in answer to an alert, and what came of it.
 *
 * <p>In: nothing. Out: orders, commands and steps. Promise: an order says all that is needed to carry it out, and holds no
 * secret.
 */
@NullMarked
package io.gpuledger.common.event.action;

import org.jspecify.annotations.NullMarked;
