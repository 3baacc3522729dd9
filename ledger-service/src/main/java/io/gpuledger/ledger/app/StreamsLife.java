package io.gpuledger.ledger.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;

/**
 * Ends the process when the streams have failed for good, so that whoever watches it starts it again; and leaves the
 * group when the process ends, so that its successor need not wait for the session to time out.
 */
@ApplicationScoped
class StreamsLife {

    private static final Logger LOG = Logger.getLogger(StreamsLife.class);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(10);
    private static final int EXIT_CODE_FAILED = 1;

    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler endTheProcess() {
        return problem -> {
            LOG.error("the streams have failed; the process ends", problem);
            Quarkus.asyncExit(EXIT_CODE_FAILED);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        };
    }

    void leave(@Observes @Priority(1) ShutdownEvent event, KafkaStreams streams) {
        streams.close(
                CloseOptions.timeout(CLOSE_MAX).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }
}
