package io.gpuledger.common.access;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token this program shows to a service: from a file, read anew at each use, or as it is. Nothing shows it. */
public final class OwnToken {

    public static final String VARIABLE = "GPU_LEDGER_TOKEN";
    public static final String FILE_VARIABLE = "GPU_LEDGER_TOKEN_FILE";
    /** {@code true}: a token may travel to others without TLS, because something else keeps the way secret. */
    public static final String CLEAR_VARIABLE = "GPU_LEDGER_ALLOW_CLEAR_TOKENS";

    public static final OwnToken NONE = new OwnToken(null, null, false);

    /** It cannot be shown; the message is one line without the token. */
    public static final class Unusable extends Exception {
        Unusable(String message) {
            super(message);
        }
    }

    private final @Nullable String token;
    private final @Nullable Path file;

    private final boolean mayBeClear;

    private OwnToken(@Nullable String token, @Nullable Path file, boolean mayBeClear) {
        this.token = token;
        this.file = file;
        this.mayBeClear = mayBeClear;
    }

    /**
     * The file counts where both are given.
     *
     * @param mayBeClear whether it may be shown to other machines without TLS
     */
    public static OwnToken of(@Nullable String token, @Nullable Path file, boolean mayBeClear) {
        return new OwnToken(token == null || token.isBlank() ? null : token.strip(), file, mayBeClear);
    }

    /** @param given a file that was named besides; it counts before the environment's */
    public static OwnToken in(Map<String, String> environment, @Nullable Path given) {
        String named = environment.getOrDefault(FILE_VARIABLE, "");
        return of(
                environment.get(VARIABLE),
                given == null && !named.isBlank() ? Path.of(named) : given,
                Boolean.parseBoolean(environment.get(CLEAR_VARIABLE)));
    }

    /** The request, which shows the token where there is one. */
    public HttpRequest shownIn(HttpRequest.Builder request) throws Unusable {
        Optional<String> shown = header();
        if (shown.isEmpty()) {
            return request.build();
        }
        HttpRequest made = request.header("Authorization", shown.get()).build();
        if (!mayBeClear
                && !"https".equals(made.uri().getScheme())
                && !Loopback.is(made.uri().getHost())) {
            throw new Unusable(
                    "the token would travel in clear to " + made.uri().getHost() + ": ask it over https, or set "
                            + CLEAR_VARIABLE + "=true where something else keeps the way secret");
        }
        return made;
    }

    /** What {@code Authorization} says; absent where there is no token. */
    Optional<String> header() throws Unusable {
        String read = file == null ? token : read(file);
        if (read == null) {
            return Optional.empty();
        }
        if (read.isEmpty() || !read.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new Unusable((file == null ? VARIABLE : file) + " must hold one line of plain characters");
        }
        return Optional.of("Bearer " + read);
    }

    private static String read(Path file) throws Unusable {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Unusable("the token file " + file + " cannot be read");
        }
    }

    @Override
    public String toString() {
        return "<token>";
    }
}
