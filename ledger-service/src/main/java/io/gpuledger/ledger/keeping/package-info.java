/**
 * The keeping of the configuration: one place decides what it is.
 *
 * <p>In: commands. Out: decisions, and resources as they are from then on. Promise: of two who change one resource at once one
 * is refused and told so; a command is done whole or not at all; nothing is in force that its record would refuse.
 */
@NullMarked
package io.gpuledger.ledger.keeping;

import org.jspecify.annotations.NullMarked;
