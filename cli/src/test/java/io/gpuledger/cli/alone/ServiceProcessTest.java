package io.gpuledger.cli.alone;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.cli.launch.place.Archives;
import io.gpuledger.cli.launch.place.HomeFolder;
import io.gpuledger.cli.launch.place.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

    @TempDir
    private Path folder;

    /** Of a service that is built; it is not begun. */
    private ProcessBuilder begun() throws Exception {
        Path built = Files.createDirectories(folder.resolve("alert-service/target/quarkus-app"));
        Files.createFile(built.resolve("quarkus-run.jar"));
        Installation installation = new Installation(folder, Path.of("java"), "", new Archives(null, false));
        AloneRequest request = AloneRequest.of(
                Path.of("r.yml"), new HomeFolder(folder), ListenAddress.read(":9093", Map.of()), null, null);
        return new ServiceProcess(request, installation, Map.of()).builder("127.0.0.1:9092");
    }

    @Test
    void webhooksMayLeadToPrivateAddressesAndNoPageIsAGuest() throws Exception {
        assertThat(begun().environment())
                .containsEntry("GPU_LEDGER_ALERT_ALLOW_PRIVATE_TARGETS", "true")
                .doesNotContainKey("GPU_LEDGER_ALERT_ALLOW_ORIGIN");
    }

    @Test
    void hasRoomForAStorm() throws Exception {
        assertThat(begun().command()).containsSubsequence("-Xms16m", "-Xmx512m", "-Xms96m", "-Xmn48m");
    }
}
