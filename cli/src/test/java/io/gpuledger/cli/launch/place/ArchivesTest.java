package io.gpuledger.cli.launch.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {

    private static final Instant BUILT = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private Path jar = Path.of("");

    @BeforeEach
    void build() throws Exception {
        jar = file("service.jar", BUILT);
    }

    private Path file(String name, Instant at) throws Exception {
        Path file = Files.writeString(folder.resolve(name), name);
        Files.setLastModifiedTime(file, FileTime.from(at));
        return file;
    }

    /** As the JVM that runs this names it. */
    private Path archive(Instant made) throws Exception {
        String option = new Archives(folder, true).makingOptions("service").getFirst();
        return file(Path.of(option.substring(option.indexOf('=') + 1)).toFile().getName(), made);
    }

    @Test
    void anArchiveIsUsedThatIsNewerThanEveryJar() throws Exception {
        Path archive = archive(BUILT.plusSeconds(1));

        assertThat(new Archives(folder, false).options("service", List.of(jar)))
                .first()
                .asString()
                .startsWith("-XX:")
                .endsWith("=" + archive);
    }

    @Test
    void anArchiveOfAnEarlierBuildIsNotUsed() throws Exception {
        archive(BUILT.minusSeconds(1));

        assertThat(new Archives(folder, false).options("service", List.of(jar))).isEmpty();
    }

    @Test
    void noArchiveIsUsedWhereClassesAreInFolders() throws Exception {
        archive(BUILT.plusSeconds(1));

        assertThat(new Archives(folder, false).options("service", List.of(jar, folder)))
                .isEmpty();
    }

    @Test
    void whereThereAreNoneNothingIsSaidToTheJvm() {
        assertThat(new Archives(folder, false).options("service", List.of(jar))).isEmpty();
        assertThat(Archives.NONE.options("service", List.of(jar))).isEmpty();
        assertThat(Archives.NONE.makingOptions("service")).isEmpty();
        assertThat(Archives.NONE.properties()).isEmpty();
    }
}
