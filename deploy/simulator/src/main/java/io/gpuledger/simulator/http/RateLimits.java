package io.gpuledger.simulator.http;

import java.time.Instant;

/** The rate-limit headers of REST v2; they count, but nothing is refused for it. */
final class RateLimits {

    private static final long QUOTA_PER_MINUTE = 180;
    private static final long SECONDS = 60;

    private long minute;
    private long used;

    synchronized Answer on(Answer answer, Instant now) {
        long current = now.getEpochSecond() / SECONDS;
        used = current == minute ? used + 1 : 1;
        minute = current;
        long left = Math.max(0, QUOTA_PER_MINUTE - used);
        long seconds = SECONDS - now.getEpochSecond() % SECONDS;
        return answer.with("RateLimit", "\"minute\";r=" + left + ";t=" + seconds)
                .with("RateLimit-Policy", "\"minute\";q=" + QUOTA_PER_MINUTE + ";w=" + SECONDS);
    }
}
