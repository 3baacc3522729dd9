/**
 * The grammar of Go's templates.
 *
 * <p>In: a text with actions between {@code {{} and {@code }}}. Out: a tree of nodes. Promise: what cannot be read is refused
 * with its line.
 */
@NullMarked
package io.gpuledger.alert.wording.syntax;

import org.jspecify.annotations.NullMarked;
