/**
 * As much of GraphQL as the provider's clients use: one operation, nested fields, arguments, aliases, variables.
 *
 * <p>In: the text of a query. Out: the fields asked for, and an answer that holds no others. Promise: a field that does
 * not exist is an error, as it is at the provider.
 */
@NullMarked
package io.gpuledger.simulator.graphql;

import org.jspecify.annotations.NullMarked;
