package io.gpuledger.cli.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A CSV file with a header (RFC 4180, UTF-8; separated by commas, semicolons or tabs), read row by row. */
final class JobFile {

    private static final ObjectReader CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build()
            .readerForListOf(String.class);
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final Path file;
    private final Columns columns;
    private final Times times;

    JobFile(Path file, Columns columns, Times times) {
        this.file = file;
        this.columns = columns;
        this.times = times;
    }

    /** Every row in the order of the file. */
    void forEach(Consumer<Row> each) throws CannotImport {
        try {
            read(separator(), each);
        } catch (JsonProcessingException e) {
            throw CannotImport.badInput(file + ": line " + e.getLocation().getLineNr() + " is not CSV: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (NoSuchFileException e) {
            throw CannotImport.badInput(file + ": there is no such file");
        } catch (IOException e) {
            throw CannotImport.badInput(file + ": cannot be read");
        }
    }

    private void read(char separator, Consumer<Row> each) throws IOException, CannotImport {
        try (InputStream in = Files.newInputStream(file);
                MappingIterator<List<String>> rows = rows(in, separator)) {
            List<String> header = header(rows);
            RowReader reader = new RowReader(columns.places(header), header.size(), times);
            long line = rows.getCurrentLocation().getLineNr();
            while (rows.hasNextValue()) {
                each.accept(reader.read(line, rows.nextValue()));
                line = rows.getCurrentLocation().getLineNr();
            }
        }
    }

    /** The one with which the header has the columns that are asked for. */
    private char separator() throws IOException, CannotImport {
        for (char separator : SEPARATORS) {
            try (InputStream in = Files.newInputStream(file);
                    MappingIterator<List<String>> rows = rows(in, separator)) {
                if (columns.areIn(header(rows))) {
                    return separator;
                }
            }
        }
        return SEPARATORS.getFirst();
    }

    private List<String> header(MappingIterator<List<String>> rows) throws IOException, CannotImport {
        if (!rows.hasNextValue()) {
            throw CannotImport.badInput(file + ": the file is empty");
        }
        return rows.nextValue().stream().map(String::strip).toList();
    }

    private static MappingIterator<List<String>> rows(InputStream in, char separator) throws IOException {
        return CSV.with(CsvSchema.emptySchema().withColumnSeparator(separator)).readValues(in);
    }
}
