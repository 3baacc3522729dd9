/**
 * How every door over HTTP says no to a request that nothing answers or nobody can read.
 *
 * <p>In: requests. Out: refusals. Promise: nothing is refused without a word, and a parameter nobody reads is not passed
 * over in silence.
 */
@NullMarked
package io.gpuledger.access.asking;

import org.jspecify.annotations.NullMarked;
