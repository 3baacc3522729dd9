package io.gpuledger.ledger.gather;

import io.gpuledger.common.access.OwnToken;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How other instances are asked.
 *
 * @param answerWithin how long one may take
 * @param token what is shown to them
 * @param believed whose certificates are believed; absent means without TLS
 */
public record Manners(
        Duration answerWithin, OwnToken token, @Nullable SSLContext believed) {}
