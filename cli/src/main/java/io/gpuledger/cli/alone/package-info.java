/**
 * The alert-service by itself, in Alertmanager's place.
 *
 * <p>In: Alertmanager's flags. Out: one service on a broker of its own, in the foreground, until it is told to end.
 * Promise: a flag that means nothing here is named once; one that would be unsafe to leave out is refused.
 */
@NullMarked
package io.gpuledger.cli.alone;

import org.jspecify.annotations.NullMarked;
