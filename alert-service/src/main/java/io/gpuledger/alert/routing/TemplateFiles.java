package io.gpuledger.alert.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.alert.wording.Library;
import io.gpuledger.alert.wording.syntax.InvalidTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;

/**
 * The templates of a routing file: the shipped ones, and those of the files it names.
 *
 * @param text of all files, for telling whether they changed
 */
record TemplateFiles(Library library, String text) {

    private static final int BYTES_MAX = 1_000_000;
    private static final int FILES_MAX = 100;
    private static final Library SHIPPED = shipped();

    private static Library shipped() {
        try (InputStream in = Objects.requireNonNull(TemplateFiles.class.getResourceAsStream("/default.tmpl"))) {
            return Library.EMPTY.with(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the shipped templates cannot be read", e);
        }
    }

    /** A pattern that matches no file is no mistake: the file may come later. */
    static TemplateFiles read(YamlSection file, Path folder) {
        Library library = SHIPPED;
        StringBuilder all = new StringBuilder();
        List<String> patterns = file.texts("templates");
        for (String pattern : patterns == null ? List.<String>of() : patterns) {
            for (Path each : matching(file, folder.resolve(pattern))) {
                String text = text(file, each);
                library = with(library, each, text);
                all.append('\0').append(text);
            }
        }
        return new TemplateFiles(library, all.toString());
    }

    private static Library with(Library library, Path file, String text) {
        try {
            return library.with(text);
        } catch (InvalidTemplate e) {
            throw new InvalidRouting(file + ":" + e.line() + ": " + e.getMessage(), e);
        }
    }

    /** Stars are understood in the file's name, as in most routing files there are. */
    private static List<Path> matching(YamlSection file, Path pattern) {
        Path parent = Objects.requireNonNullElse(pattern.getParent(), Path.of(""));
        TreeSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, String.valueOf(pattern.getFileName()))) {
            found.forEach(files::add);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException | PatternSyntaxException e) {
            throw file.refusedAt("templates", "templates: " + pattern + " cannot be read");
        }
        if (files.size() > FILES_MAX) {
            throw file.refusedAt("templates", "templates: at most " + FILES_MAX + " files");
        }
        return new ArrayList<>(files);
    }

    private static String text(YamlSection file, Path path) {
        try {
            if (Files.size(path) > BYTES_MAX) {
                throw file.refusedAt("templates", "templates: " + path + " is larger than " + BYTES_MAX + " bytes");
            }
            return Files.readString(path);
        } catch (IOException e) {
            throw file.refusedAt("templates", "templates: " + path + " cannot be read");
        }
    }
}
