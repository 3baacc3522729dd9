/**
 * The topics on a cluster.
 *
 * <p>In: the settings of topics. Out: topics that are there. Promise: what exists is never changed, only told of.
 */
@NullMarked
package io.gpuledger.cli.launch.topics;

import org.jspecify.annotations.NullMarked;
