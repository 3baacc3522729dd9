/**
 * Who is told of an alert.
 *
 * <p>In: the labels of an alert. Out: the routes that take it, each with its receiver, its way of grouping and its
 * timing. Promise: the same as Alertmanager's routing tree; every alert has at least one route.
 */
@NullMarked
package io.gpuledger.alert.route;

import org.jspecify.annotations.NullMarked;
