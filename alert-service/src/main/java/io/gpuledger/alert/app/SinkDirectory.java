package io.gpuledger.alert.app;

import io.gpuledger.alert.delivery.Sinks;
import io.gpuledger.alert.routing.RoutingFile;
import io.gpuledger.alert.routing.RoutingInForce;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.common.event.Notification;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sinks of the routing file in force; made anew when it is another one. */
final class SinkDirectory implements Sinks {

    private final RoutingInForce routing;
    private final Outside outside;
    private volatile Made made;

    private record Made(RoutingFile file, Map<String, Sink> sinks) {}

    SinkDirectory(RoutingInForce routing, Outside outside) {
        this.routing = routing;
        this.outside = outside;
        this.made = make(routing.file());
    }

    private Made make(RoutingFile file) {
        Map<String, Sink> sinks = new HashMap<>();
        file.sinks().forEach((key, settings) -> sinks.put(key, settings.sink(outside)));
        return new Made(file, Map.copyOf(sinks));
    }

    @Override
    public Optional<Sink> of(Notification to) {
        RoutingFile now = routing.file();
        if (!made.file.equals(now)) {
            made = make(now);
        }
        return Optional.ofNullable(made.sinks.get(RoutingFile.sinkKey(to.receiver(), to.integration(), to.index())));
    }
}
