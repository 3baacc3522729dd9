package io.gpuledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.gpuledger.common.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The system from images: what {@code docker-compose.yml} promises. */
class ComposeTest {

    private static final Path COMPOSE = Tree.ROOT.resolve("docker-compose.yml");
    private static final Path IMAGES = Tree.ROOT.resolve("deploy/docker");
    private static final String DEMO =
            "deploy/simulator/src/main/resources/io/gpuledger/simulator/demo-gpu-ledger.yaml";
    private static final long ANSWER_SECONDS_MAX = 30;

    private final JsonNode services =
            new YAMLMapper().readTree(Files.readString(COMPOSE)).path("services");

    ComposeTest() throws IOException {}

    @Test
    void dockerComposeAcceptsIt() throws Exception {
        Path said = Files.createTempFile("compose", ".txt");
        Process compose = start(said, "docker-compose", "--profile", "simulator", "config", "-q");

        assertThat(compose.waitFor(ANSWER_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(compose.exitValue()).as(Files.readString(said)).isZero();
    }

    @Test
    void nothingListensBeyondLoopback() {
        List<String> ports = services.findValues("ports").stream()
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asText)
                .toList();

        assertThat(ports)
                .as("bind ports to loopback: there is no login unless somebody gives a tokens file")
                .hasSize(5)
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void everyImageIsBuiltFromTheTreeAndRunsAsNobody() throws IOException {
        List<String> files =
                services.findValuesAsText("dockerfile").stream().distinct().toList();

        assertThat(files).containsExactlyInAnyOrder("deploy/docker/cli.Dockerfile", "deploy/docker/service.Dockerfile");
        for (String file : files) {
            assertThat(Files.readString(Tree.ROOT.resolve(file)))
                    .as("%s: a service need not be root", file)
                    .contains("USER 10001:10001");
        }
    }

    @Test
    void theServicesAreThoseOfTheTree() {
        List<String> built = services.findValuesAsText("SERVICE");

        assertThat(built).containsExactlyInAnyOrder("pricing-service", "ledger-service", "alert-service");
        assertThat(built).allSatisfy(service -> assertThat(Tree.modules()).contains(Tree.ROOT.resolve(service)));
    }

    @Test
    void kafkaIsOfTheVersionThatIsTested() {
        String pom = Tree.text(Tree.ROOT.resolve("pom.xml"));

        String image = services.path("kafka").path("image").asText();

        assertThat(pom).contains("<kafka.version>" + image.replace("apache/kafka:", "") + "</kafka.version>");
    }

    @Test
    void whatIsWatchedIsWhatTheDemoOfTheSimulatorWatches() throws Exception {
        String file = Files.readString(IMAGES.resolve("simulated.yaml"));
        String demo = Tree.text(Tree.ROOT.resolve(DEMO));

        assertThat(ConfigFile.parse("simulated.yaml", file))
                .isEqualTo(ConfigFile.parse("demo", demo.replace("127.0.0.1:8105", "simulator:8105")));
    }

    private static Process start(Path said, String... command) {
        try {
            return new ProcessBuilder(command)
                    .directory(Tree.ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException notInstalled) {
            return Assumptions.abort("docker-compose is not installed");
        }
    }
}
