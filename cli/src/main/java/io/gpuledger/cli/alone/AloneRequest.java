package io.gpuledger.cli.alone;

import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.cli.launch.place.HomeFolder;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code alertmanager} was asked for.
 *
 * @param routing the routing file
 * @param externalUrl where people reach it, without a slash at its end
 * @param prefix under which everything is answered; empty, or with a slash before it and none behind
 */
record AloneRequest(Path routing, HomeFolder folder, ListenAddress listen, String externalUrl, String prefix) {

    /** As Alertmanager: the prefix is the path of the external address unless it is given. */
    static AloneRequest of(
            Path routing,
            HomeFolder folder,
            ListenAddress listen,
            @Nullable String externalUrl,
            @Nullable String prefix)
            throws CannotStart {
        String given = externalUrl == null || externalUrl.isBlank() ? listen.url() : externalUrl;
        String url = checked(given.contains("://") ? given : "http://" + given);
        String path = prefix == null ? URI.create(url).getPath() : prefix;
        return new AloneRequest(routing.toAbsolutePath(), folder, listen, url, slashed(path == null ? "" : path));
    }

    private static String checked(String url) throws CannotStart {
        try {
            URI uri = URI.create(url);
            boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (isWeb && uri.getHost() != null && uri.getQuery() == null) {
                return url.replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException e) {
            throw new CannotStart("--web.external-url is not a URL: " + url, e);
        }
        throw new CannotStart("--web.external-url must be http or https and have a host: " + url);
    }

    private static String slashed(String path) {
        String bare = path.replaceAll("^/+|/+$", "");
        return bare.isEmpty() ? "" : "/" + bare;
    }
}
