/**
 * What makes everything start faster.
 *
 * <p>In: a built tree. Out: archives of loaded classes, for this JDK. Promise: nothing depends on them; where they cannot be
 * made, or are of another build, everything starts as it would without.
 */
@NullMarked
package io.gpuledger.cli.archive;

import org.jspecify.annotations.NullMarked;
