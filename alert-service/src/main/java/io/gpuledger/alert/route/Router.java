package io.gpuledger.alert.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the routes of an alert: depth first, in file order; a node counts only where none of its children takes it. */
public final class Router {

    private final Route root;
    private final Map<String, Route> byId = new HashMap<>();

    public Router(Route root) {
        this.root = root;
        register(root);
    }

    private void register(Route route) {
        byId.put(route.id(), route);
        route.routes().forEach(this::register);
    }

    public List<Route> routesOf(Map<String, String> labels) {
        List<Route> found = new ArrayList<>();
        walk(root, labels, found);
        return found;
    }

    public Optional<Route> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static void walk(Route route, Map<String, String> labels, List<Route> found) {
        int before = found.size();
        for (Route child : route.routes()) {
            if (child.takes(labels)) {
                walk(child, labels, found);
                if (!child.goesOn()) {
                    break;
                }
            }
        }
        if (found.size() == before) {
            found.add(route);
        }
    }
}
