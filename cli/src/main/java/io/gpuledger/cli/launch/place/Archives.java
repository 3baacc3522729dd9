package io.gpuledger.cli.launch.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files in which the JVM finds classes as they are once loaded: with one, a program starts in about half of the time. They are
 * made by the end of a run, and hold for the jars they were made of.
 *
 * @param folder where they are, for this JDK only; absent where there are none
 * @param making whether the runs of services that are begun now make them
 */
public record Archives(@Nullable Path folder, boolean making) {

    /** The system property that names the folder. */
    public static final String FOLDER = "gpu-ledger.archives";

    /** The system property of a run that makes the services' archives. */
    public static final String MAKING = "gpu-ledger.archiving";

    static final Archives NONE = new Archives(null, false);

    /** From here on JVMs keep methods and links too, in a format of their own. */
    private static final int AOT_SINCE = 25;

    private static final Duration MADE_WITHIN = Duration.ofMinutes(2);

    public static Archives here() {
        String folder = System.getProperty(FOLDER, "");
        return folder.isBlank() ? NONE : new Archives(Path.of(folder), Boolean.getBoolean(MAKING));
    }

    /** What another JVM needs, to know of them too. */
    public List<String> properties() {
        return folder == null ? List.of() : List.of("-D" + FOLDER + "=" + folder);
    }

    /** The JVM's options to use the archive of a program, where it has one and nothing it was made of has changed. */
    public List<String> options(String program, List<Path> classPath) {
        Path file = file(program);
        return file == null || !isCurrent(file, classPath)
                ? List.of()
                : Stream.concat(Stream.of((isAot() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file), quiet())
                        .toList();
    }

    /** The JVM's options to make the archive of a program at the end of its run. */
    public List<String> makingOptions(String program) {
        Path file = file(program);
        return file == null
                ? List.of()
                : Stream.concat(
                                Stream.of((isAot() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file),
                                quiet())
                        .toList();
    }

    /** How long a program may take to end. */
    public Duration patience(Duration usual) {
        return making ? MADE_WITHIN : usual;
    }

    /** What the JVM says of single classes it leaves out is no help to anybody. */
    private static Stream<String> quiet() {
        return isAot() ? Stream.of("-Xlog:aot*=off", "-Xlog:cds*=off") : Stream.of("-Xlog:cds*=off");
    }

    private static boolean isAot() {
        return Runtime.version().feature() >= AOT_SINCE;
    }

    private @Nullable Path file(String program) {
        return folder == null ? null : folder.resolve(program + (isAot() ? ".aot" : ".jsa"));
    }

    private static boolean isCurrent(Path archive, List<Path> classPath) {
        try {
            FileTime made = Files.getLastModifiedTime(archive);
            for (Path jar : classPath) {
                if (!Files.isRegularFile(jar) || Files.getLastModifiedTime(jar).compareTo(made) > 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
