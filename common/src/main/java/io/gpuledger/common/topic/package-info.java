/**
 * The topics: their names and their settings.
 *
 * <p>In: the settings file. Out: topics to create. Promise: a topic's name is written once.
 */
@NullMarked
package io.gpuledger.common.topic;

import org.jspecify.annotations.NullMarked;
