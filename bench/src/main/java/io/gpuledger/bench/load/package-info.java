/**
 * What the ledger is told.
 *
 * <p>In: a number of pods, owners and polls. Out: records on the topics, as pricing-service writes them. Promise: the same seedless history every time.
 */
@NullMarked
package io.gpuledger.bench.load;

import org.jspecify.annotations.NullMarked;
