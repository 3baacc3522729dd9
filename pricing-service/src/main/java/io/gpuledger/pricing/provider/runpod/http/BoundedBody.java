package io.gpuledger.pricing.provider.runpod.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** A response body that ends the exchange when it grows beyond its limit. */
final class BoundedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private final long bytesMax;
    private long received;
    private @Nullable Subscription subscription;

    BoundedBody(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** The body is larger than an answer can be. */
    static final class TooLarge extends RuntimeException {
        TooLarge(long bytesMax) {
            super("the answer is larger than " + bytesMax + " bytes");
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        bytes.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received > bytesMax && subscription != null) {
            subscription.cancel();
            bytes.onError(new TooLarge(bytesMax));
        } else {
            bytes.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable problem) {
        bytes.onError(problem);
    }

    @Override
    public void onComplete() {
        bytes.onComplete();
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return bytes.getBody();
    }
}
