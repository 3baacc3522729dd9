/**
 * Talking with a service.
 *
 * <p>In: a service's address, a question. Out: its answer, or one line that says why there is none, and the exit code. Promise: what
 * the caller can put right is exit code 2.
 */
@NullMarked
package io.gpuledger.cli.service;

import org.jspecify.annotations.NullMarked;
