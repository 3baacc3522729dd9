/**
 * The configuration as resources: each has a kind, a name and a body that the file's own records check.
 *
 * <p>In: a configuration file, or forms as JSON writes them. Out: resources, their difference, the snapshot to rate and
 * judge by, and a file again. Promise: what was read and is written is read as the same; what the file refuses is refused
 * here too, by field and rule.
 */
@NullMarked
package io.gpuledger.common.config.resource;

import org.jspecify.annotations.NullMarked;
