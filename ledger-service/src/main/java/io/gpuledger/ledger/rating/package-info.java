/**
 * What a pod costs: whose it is, at which price, for which component.
 *
 * <p>In: what was seen of a pod. Out: charges. Promise: the charges of a sight depend on nothing but the sight and the configuration.
 */
@NullMarked
package io.gpuledger.ledger.rating;

import org.jspecify.annotations.NullMarked;
