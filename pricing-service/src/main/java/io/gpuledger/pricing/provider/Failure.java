package io.gpuledger.pricing.provider;

import java.time.Duration;

/** Why a provider could not be read. No case holds anything the provider wrote. */
public sealed interface Failure {

    /** One word for metrics and markers. */
    String reason();

    /** One line for a person. */
    String detail();

    /** Whether another API of the provider is worth asking instead. */
    default boolean otherApiMayKnow() {
        return false;
    }

    /** The key is unknown, or has no right to see the account. */
    record Unauthorized(String detail) implements Failure {
        @Override
        public String reason() {
            return "unauthorized";
        }
    }

    /** Turned away, by the provider or by the firewall in front of it. */
    record Forbidden(String detail) implements Failure {
        @Override
        public String reason() {
            return "forbidden";
        }
    }

    /** Too many questions. */
    record RateLimited(String detail, Duration pause) implements Failure {
        @Override
        public String reason() {
            return "rate_limited";
        }
    }

    /** The API is not there, or no longer. */
    record Gone(String detail) implements Failure {
        @Override
        public String reason() {
            return "gone";
        }

        @Override
        public boolean otherApiMayKnow() {
            return true;
        }
    }

    /** It answered that it cannot answer, or could not be reached. */
    record Unavailable(String detail, boolean otherApiMayKnow) implements Failure {
        @Override
        public String reason() {
            return "unavailable";
        }
    }

    /** No answer in time. */
    record TimedOut(String detail) implements Failure {
        @Override
        public String reason() {
            return "timeout";
        }
    }

    /** An answer that says something else than was asked. */
    record Malformed(String detail) implements Failure {
        @Override
        public String reason() {
            return "malformed";
        }

        @Override
        public boolean otherApiMayKnow() {
            return true;
        }
    }
}
