/**
 * Dead letters over HTTP.
 *
 * <p>In: requests. Out: JSON, or a problem that names the field and the rule. Promise: only a replay writes, and only what was there before.
 */
@NullMarked
package io.gpuledger.ledger.api.letters;

import org.jspecify.annotations.NullMarked;
