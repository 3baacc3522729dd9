package io.gpuledger.common.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.config.ConfigFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensFileTest {

    private static final String TOKEN = "correct-horse-battery";
    /** {@code printf %s correct-horse-battery | sha256sum} */
    private static final String SHA_256 = "62249369389075490555a758353aec61500c6218fa597252d52dc4bd0148f12d";

    @TempDir
    private Path folder;

    private Path file(String principals) throws Exception {
        return Files.writeString(folder.resolve("tokens.yaml"), "principals:\n" + principals);
    }

    @Test
    void aPrincipalIsFoundByItsToken() throws Exception {
        Tokens tokens = TokensFile.read(file("  - {name: ada, token: " + TOKEN + ", roles: [operator, sender]}\n"));

        assertThat(tokens.holder(TOKEN)).hasValue(new Principal("ada", Set.of("operator", "viewer", "sender")));
        assertThat(tokens.holder(TOKEN + "y")).isEmpty();
        assertThat(tokens.holder("")).isEmpty();
        assertThat(tokens.holder("x".repeat(Tokens.TOKEN_CHARS_MAX + 1))).isEmpty();
    }

    @Test
    void theFileNeedNotHoldTheTokenItself() throws Exception {
        Files.writeString(folder.resolve("bob.token"), "another-token-of-twenty-two\n");

        Tokens tokens = TokensFile.read(file("  - {name: ada, tokenSha256: " + SHA_256 + ", roles: [viewer]}\n"
                + "  - {name: bob, tokenFile: bob.token, roles: [admin]}\n"));

        assertThat(tokens.holder(TOKEN)).map(Principal::name).hasValue("ada");
        assertThat(tokens.holder(SHA_256)).as("the hash is no token").isEmpty();
        assertThat(tokens.holder("another-token-of-twenty-two"))
                .map(Principal::roles)
                .hasValue(Set.of("admin", "operator", "sender", "viewer"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {name: ada, token: secret-but-short, roles: [viewer]}                    | 2: principals[0]: token of 'ada' must have 20 to 512 characters
            {name: ada, token: "", roles: [viewer]}                                  | 2: principals[0]: token of 'ada' must have 20 to 512 characters
            {name: ada, token: "secret with blanks in it", roles: [viewer]}          | 2: principals[0]: token of 'ada' must be of plain characters without blanks
            {name: ada, tokenSha256: secretsecretsecret, roles: [viewer]}            | 2: principals[0]: tokenSha256 of 'ada' must be 64 hexadecimal digits
            {name: ada, token: secret-secret-secret-1, roles: [king]}                | 2: principals[0]: roles must be of viewer, operator, sender, admin
            {name: ada, token: secret-secret-secret-1}                               | 2: principals[0]: roles needs at least one
            {name: ada, roles: [viewer]}                                             | 2: principals[0]: token, tokenSha256, tokenFile of 'ada' must be exactly one of the three
            {token: secret-secret-secret-1, roles: [viewer]}                         | 2: principals[0]: name is required
            {name: ada, token: secret-secret-secret-1, roles: [viewer], owners: [a]} | 2: principals[0].owners: unknown field 'owners'
            {name: ada, token: [secret-secret-secret-1], roles: [viewer]}            | 2: principals[0].token: must be a text
            """)
    void whatIsWrongIsOneLineThatNamesThePrincipalAndNoToken(String principal, String problem) throws Exception {
        Path file = file("  - " + principal + "\n");

        assertThatThrownBy(() -> TokensFile.read(file))
                .isInstanceOf(ConfigFile.Refused.class)
                .hasMessage(file + ":" + problem)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aNameIsThereOnce() throws Exception {
        Path file = file("  - {name: ada, token: secret-secret-secret-1, roles: [viewer]}\n"
                + "  - {name: ada, token: secret-secret-secret-2, roles: [admin]}\n");

        assertThatThrownBy(() -> TokensFile.read(file)).hasMessageEndingWith("principals has 'ada' twice");
    }

    @Test
    void aTokenOpensForOnePrincipal() throws Exception {
        Path file = file("  - {name: ada, token: " + TOKEN + ", roles: [viewer]}\n" + "  - {name: bob, tokenSha256: "
                + SHA_256 + ", roles: [admin]}\n");

        assertThatThrownBy(() -> TokensFile.read(file))
                .hasMessageEndingWith("principals: 'ada' and 'bob' must not have the same token");
    }

    @Test
    void aFileWithoutPrincipalsLetsNobodyInByAccident() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.yaml"), "# nobody yet\n");

        assertThatThrownBy(() -> TokensFile.read(empty)).hasMessage(empty + ": is empty");
        assertThatThrownBy(() -> TokensFile.read(file(" []\n"))).hasMessageContaining("principals needs at least one");
        assertThatThrownBy(() -> TokensFile.read(folder.resolve("none.yaml"))).hasMessageEndingWith("no such file");
    }

    @Test
    void aTokenFileThatIsMissingIsNamed() throws Exception {
        Path file = file("  - {name: bob, tokenFile: bob.token, roles: [admin]}\n");

        assertThatThrownBy(() -> TokensFile.read(file)).hasMessageContaining("tokenFile of 'bob' cannot be read");
    }

    @Test
    void itIsSeenWhetherOthersMayReadIt() throws Exception {
        Path file = file("");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(TokensFile.isOpenToOthers(file)).isTrue();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(TokensFile.isOpenToOthers(file)).isFalse();
    }
}
