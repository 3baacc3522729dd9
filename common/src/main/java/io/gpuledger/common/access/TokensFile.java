package io.gpuledger.common.access;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.value.InvalidValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens file, read as strictly as the configuration.
 *
 * @param principals who may come in
 */
public record TokensFile(List<TokenEntry> principals) {

    /** The setting that names it. */
    public static final String SETTING = "GPU_LEDGER_TOKENS_FILE";

    public TokensFile {
        InvalidValue.unless(principals != null && !principals.isEmpty(), "principals", "needs at least one");
        InvalidValue.unless(
                principals.size() <= Tokens.PRINCIPALS_MAX, "principals", "must be at most " + Tokens.PRINCIPALS_MAX);
        principals = List.copyOf(principals);
        Set<String> names = new HashSet<>();
        principals.forEach(
                each -> InvalidValue.unless(names.add(each.name()), "principals", "has '" + each.name() + "' twice"));
    }

    /** @throws ConfigFile.Refused with one line: file, line, principal and rule; never a token */
    public static Tokens read(Path file) throws ConfigFile.Refused {
        List<Tokens.Known> known = new ArrayList<>();
        for (TokenEntry entry : ConfigFile.read(file, TokensFile.class).principals()) {
            TokenHash hash = hash(file, entry);
            for (Tokens.Known other : known) {
                if (other.hash().matches(hash)) {
                    throw new ConfigFile.Refused(
                            file + ": principals: '" + other.principal().name() + "' and '" + entry.name()
                                    + "' must not have the same token",
                            null);
                }
            }
            known.add(new Tokens.Known(entry.principal(), hash));
        }
        return new Tokens(known);
    }

    /** Whether others than its owner and its group may read it; false where files have no such marks. */
    public static boolean isOpenToOthers(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static TokenHash hash(Path file, TokenEntry entry) throws ConfigFile.Refused {
        if (entry.tokenSha256() != null) {
            return TokenHash.ofHex(entry.name(), entry.tokenSha256());
        }
        return TokenHash.of(entry.token() == null ? fromFile(file, entry) : entry.token());
    }

    private static String fromFile(Path file, TokenEntry entry) throws ConfigFile.Refused {
        @Nullable Path folder = file.toAbsolutePath().getParent();
        Path place = Objects.requireNonNull(folder).resolve(String.valueOf(entry.tokenFile()));
        try {
            return Tokens.check(entry.name(), Files.readString(place).strip());
        } catch (IOException e) {
            throw new ConfigFile.Refused(file + ": tokenFile of '" + entry.name() + "' cannot be read: " + place, e);
        } catch (InvalidValue e) {
            throw new ConfigFile.Refused(file + ": " + e.field() + " " + e.rule(), e);
        }
    }
}
