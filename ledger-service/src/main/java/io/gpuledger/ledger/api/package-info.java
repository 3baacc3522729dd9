/**
 * The questions over HTTP.
 *
 * <p>In: requests. Out: JSON, or a problem that names the field and the rule. Promise: reads only.
 */
@NullMarked
package io.gpuledger.ledger.api;

import org.jspecify.annotations.NullMarked;
