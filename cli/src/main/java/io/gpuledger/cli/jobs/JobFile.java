package io.gpuledger.cli.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.gpuledger.cli.service.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** A CSV file with a header (RFC 4180, UTF-8; separated by commas, semicolons or tabs), read row by row. */
public final class JobFile {

    private static final ObjectReader CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build()
            .readerForListOf(String.class);
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /** Makes something of a file's rows, once it knows their columns. */
    public interface Reader {
        Rows of(List<String> header) throws Refused;
    }

    /** Takes the cells of a row, which begins on a line of the file, from 1. */
    public interface Rows {
        void take(long line, List<String> cells) throws Refused;
    }

    private final Path file;
    private final Columns columns;
    private final Times times;

    JobFile(Path file, Columns columns, Times times) {
        this.file = file;
        this.columns = columns;
        this.times = times;
    }

    /** Every row in the order of the file. */
    void forEach(Consumer<Row> each) throws Refused {
        read(file, columns.names().values(), header -> {
            RowReader reader = new RowReader(columns.places(header), header.size(), times);
            return (line, cells) -> each.accept(reader.read(line, cells));
        });
    }

    /**
     * Reads every row in the order of the file.
     *
     * @param columns the separator is the one with which the header has them
     */
    public static void read(Path file, Collection<String> columns, Reader reader) throws Refused {
        try {
            read(file, separator(file, columns), reader);
        } catch (JsonProcessingException e) {
            throw Refused.badInput(file + ": line " + e.getLocation().getLineNr() + " is not CSV: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (NoSuchFileException e) {
            throw Refused.badInput(file + ": there is no such file");
        } catch (IOException e) {
            throw Refused.badInput(file + ": cannot be read");
        }
    }

    private static void read(Path file, char separator, Reader reader) throws IOException, Refused {
        try (InputStream in = Files.newInputStream(file);
                MappingIterator<List<String>> rows = rows(in, separator)) {
            Rows each = reader.of(header(file, rows));
            long line = rows.getCurrentLocation().getLineNr();
            while (rows.hasNextValue()) {
                each.take(line, rows.nextValue());
                line = rows.getCurrentLocation().getLineNr();
            }
        }
    }

    private static char separator(Path file, Collection<String> columns) throws IOException, Refused {
        for (char separator : SEPARATORS) {
            try (InputStream in = Files.newInputStream(file);
                    MappingIterator<List<String>> rows = rows(in, separator)) {
                if (header(file, rows).containsAll(columns)) {
                    return separator;
                }
            }
        }
        return SEPARATORS.getFirst();
    }

    private static List<String> header(Path file, MappingIterator<List<String>> rows) throws IOException, Refused {
        if (!rows.hasNextValue()) {
            throw Refused.badInput(file + ": the file is empty");
        }
        return rows.nextValue().stream().map(String::strip).toList();
    }

    private static MappingIterator<List<String>> rows(InputStream in, char separator) throws IOException {
        return CSV.with(CsvSchema.emptySchema().withColumnSeparator(separator)).readValues(in);
    }
}
