package io.gpuledger.testing;

import io.gpuledger.common.access.Roles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A tokens file with one principal for each role, who is called as the role is. */
public final class TestTokens {

    private TestTokens() {}

    public static String of(String role) {
        return "a-token-for-tests-of-" + role;
    }

    public static String bearer(String role) {
        return "Bearer " + of(role);
    }

    /** @return the file, in a new folder */
    public static Path file() {
        try {
            Path folder = Files.createTempDirectory("tokens");
            String principals = Roles.ALL.stream()
                    .map(role -> "  - {name: " + role + ", token: " + of(role) + ", roles: [" + role + "]}\n")
                    .collect(Collectors.joining());
            return Files.writeString(folder.resolve("tokens.yaml"), "principals:\n" + principals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
