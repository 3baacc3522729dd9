/** The console as a reader sees it, without a browser: its scripts as they are, on answers that were given once. */
@NullMarked
package io.gpuledger.console;

import org.jspecify.annotations.NullMarked;
