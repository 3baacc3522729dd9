package io.gpuledger.access.asking;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a question with a parameter nobody reads, or one of two values where one is meant: a misspelt filter would
 * otherwise be answered with everything. What Alertmanager has passes over such parameters, and so do we there. A method
 * that takes all parameters at once looks at them itself.
 */
final class KnownParameters {

    private static final String OURS = "/v1/";

    @ServerRequestFilter
    public @Nullable Response refuseUnknown(ContainerRequestContext request, ResourceInfo asked) {
        UriInfo uri = request.getUriInfo();
        Method method = asked.getResourceMethod();
        boolean isQuestion =
                request.getMethod().equals(HttpMethod.GET) && uri.getPath().startsWith(OURS);
        if (!isQuestion || method == null || readsAll(method)) {
            return null;
        }
        SortedMap<String, Class<?>> known = known(method);
        for (Map.Entry<String, List<String>> given : uri.getQueryParameters().entrySet()) {
            Class<?> type = known.get(given.getKey());
            if (type == null) {
                return Said.invalid(
                        uri,
                        given.getKey()
                                + (known.isEmpty()
                                        ? " is no parameter of this; there are none"
                                        : " is no parameter of this; there are " + String.join(", ", known.keySet())));
            }
            if (given.getValue().size() > 1 && !Collection.class.isAssignableFrom(type)) {
                return Said.invalid(uri, given.getKey() + " must be given once");
            }
        }
        return null;
    }

    private static boolean readsAll(Method method) {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter ->
                        parameter.isAnnotationPresent(Context.class) && parameter.getType() == UriInfo.class);
    }

    private static SortedMap<String, Class<?>> known(Method method) {
        SortedMap<String, Class<?>> known = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(RestQuery.class)) {
                known.put(parameter.getName(), parameter.getType());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    if (field.isAnnotationPresent(RestQuery.class)) {
                        known.put(field.getName(), field.getType());
                    }
                }
            }
        }
        return known;
    }
}
