package io.gpuledger.ledger.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gpuledger.common.wire.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** REST speaks the same JSON as the topics do, and asks this clock. */
@ApplicationScoped
class JsonDialect {

    @Produces
    @Singleton
    ObjectMapper json() {
        return Json.mapper();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
