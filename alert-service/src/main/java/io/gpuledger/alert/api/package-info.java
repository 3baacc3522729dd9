/**
 * People's questions, over HTTP: Alertmanager's API v2, and our own under {@code /v1}.
 *
 * <p>In: what the desk and delivery remember. Out: JSON. Promise: amtool and dashboards made for Alertmanager understand
 * it; a wrong question is answered with what is wrong with it.
 */
@NullMarked
package io.gpuledger.alert.api;

import org.jspecify.annotations.NullMarked;
