package io.gpuledger.alert.rest;

import io.gpuledger.common.value.InvalidValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a question with a parameter nobody reads: a misspelt filter would otherwise be answered with everything. What
 * Alertmanager has passes over such parameters, and so do we there.
 */
final class KnownParameters {

    private static final String OURS = "/v1/";

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, ResourceInfo asked) {
        UriInfo uri = request.getUriInfo();
        boolean isQuestion =
                request.getMethod().equals(HttpMethod.GET) && uri.getPath().startsWith(OURS);
        if (!isQuestion || asked.getResourceMethod() == null) {
            return;
        }
        Set<String> known = new TreeSet<>();
        for (Parameter parameter : asked.getResourceMethod().getParameters()) {
            if (parameter.isAnnotationPresent(RestQuery.class)) {
                known.add(parameter.getName());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getDeclaredFields())
                        .filter(field -> field.isAnnotationPresent(RestQuery.class))
                        .map(Field::getName)
                        .forEach(known::add);
            }
        }
        uri.getQueryParameters().keySet().stream()
                .filter(given -> !known.contains(given))
                .findFirst()
                .ifPresent(given -> {
                    throw new InvalidValue(
                            given,
                            known.isEmpty()
                                    ? "is no parameter of this; there are none"
                                    : "is no parameter of this; there are " + String.join(", ", known));
                });
    }
}
