package io.gpuledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script beside the modules: which JDK it takes, and what it makes of test reports. */
class ScriptTest {

    private static final Path SCRIPT = Path.of("../gpu-ledger").toAbsolutePath().normalize();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void takesTheNewestJdkWhereJavaHomeIsTooOld() throws Exception {
        Path old = jdk("jdk-17", "17.0.9");
        jdk("jdk-21", "21.0.2");
        Path newest = jdk("jdk-25", "25.0.1");
        jdk("jdk-9", "9.0.4");

        assertThat(bash("find_jdk", Map.of("JAVA_HOME", old.toString()))).isEqualTo(newest.toString());
    }

    @Test
    void takesJavaHomeWhereItWillDo() throws Exception {
        Path given = jdk("jdk-21", "21.0.2");
        jdk("jdk-25", "25.0.1");

        assertThat(bash("find_jdk", Map.of("JAVA_HOME", given.toString()))).isEqualTo(given.toString());
    }

    @Test
    void aRuntimeWithoutACompilerIsNoJdk() throws Exception {
        Path runtime = jdk("jre-25", "25.0.1");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(bash("find_jdk", Map.of("JAVA_HOME", runtime.toString()))).isEmpty();
    }

    @Test
    void saysWhatIsMissingWhereThereIsNoJdk() throws Exception {
        assertThat(bash("(need_jdk) 2>&1 || echo \"exit code $?\"", Map.of("JAVA_HOME", "")))
                .startsWith("gpu-ledger needs a JDK of version 21 or newer")
                .endsWith("exit code 2");
    }

    @Test
    void saysWhichJdkIsTooOld() throws Exception {
        Path old = jdk("jdk-17", "17.0.9");
        jdk("jdk-11", "11.0.2");

        assertThat(bash("(need_jdk) 2>&1 || echo \"exit code $?\"", Map.of("JAVA_HOME", "")))
                .startsWith("gpu-ledger needs a JDK of version 21 or newer: the newest found is 17, in " + old)
                .endsWith("exit code 2");
    }

    @Test
    void addsUpTestReports() throws Exception {
        report("a", "<testsuite name=\"A\" time=\"1\" tests=\"5\" errors=\"1\" skipped=\"1\" failures=\"0\">");
        report("b", "<testsuite\n name=\"B\" tests=\"3\"\n errors=\"0\" skipped=\"0\" failures=\"1\">");

        assertThat(bash("ROOT=" + folder + "; summary /dev/null", Map.of())).isEqualTo("5 passed, 2 failed, 1 skipped");
    }

    private void report(String module, String suite) throws IOException {
        Path reports = Files.createDirectories(folder.resolve(module).resolve("target/surefire-reports"));
        Files.writeString(reports.resolve("TEST-" + module + ".xml"), "<?xml version=\"1.0\"?>\n" + suite + "\n");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        for (String program : new String[] {"java", "javac"}) {
            Path file = Files.writeString(home.resolve("bin").resolve(program), "#!/bin/sh\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        return home;
    }

    /** Runs functions of the script with nothing on the PATH but what is needed, so that no JDK is found there. */
    private String bash(String functions, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", "-c", ". '" + SCRIPT + "'; jdk_on_path() { :; }; " + functions)
                .redirectErrorStream(true);
        builder.environment().put("GPU_LEDGER_JDK_FOLDERS", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }
}
