/**
 * How a question reaches the books: each partition answers its part.
 *
 * <p>In: questions. Out: partial answers. Promise: a partition that does not answer is named, and never taken for empty.
 */
@NullMarked
package io.gpuledger.ledger.query.ask;

import org.jspecify.annotations.NullMarked;
