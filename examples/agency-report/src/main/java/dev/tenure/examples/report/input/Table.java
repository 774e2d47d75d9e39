package dev.tenure.examples.report.input;

import com.google.common.collect.ImmutableList;
import com.google.common.io.CountingInputStream;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.tenure.examples.report.input.Problem.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads one file, row by row, and holds its header against the columns that are known. */
final class Table {

    private static final int ROWS_BETWEEN_REPORTS = 1 << 16;

    private final InputFolder folder;
    private final InputFile file;
    private final List<? extends Column> columns;
    private final ColumnNames names;
    private final Faults faults;
    private final ReadProgress progress;
    private long rows;
    private long badRows;

    Table(
            InputFolder folder,
            InputFile file,
            List<? extends Column> columns,
            ColumnNames names,
            Faults faults,
            ReadProgress progress) {
        this.folder = folder;
        this.file = file;
        this.columns = columns;
        this.names = names;
        this.faults = faults;
        this.progress = progress;
    }

    /** Gives each row with the right number of cells to the reader, which tells the row what is wrong with it. */
    FileFacts read(Consumer<Row> reader) throws IOException {
        Row row = new Row(file, names, faults);
        try (CountingInputStream bytes = new CountingInputStream(folder.open(file));
                CsvReader<Row> csv = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .detectBomHeader(true)
                        .build(row, bytes, StandardCharsets.UTF_8);
                CloseableIterator<Row> records = csv.iterator()) {
            return read(row, records, reader, bytes);
        } catch (CsvParseException broken) {
            faults.addUnreadable(new Fault(file, row.line(), "", Problem.of(Kind.SYNTAX, reason(broken))));
            return new FileFacts(rows, badRows, ImmutableList.of());
        }
    }

    private FileFacts read(Row row, CloseableIterator<Row> records, Consumer<Row> reader, CountingInputStream bytes)
            throws IOException {
        ImmutableList<String> header = records.hasNext() ? records.next().header() : ImmutableList.of();
        if (!isComplete(header)) {
            return new FileFacts(0, 0, ImmutableList.of());
        }
        row.bind(header, columns);
        long size = Math.max(1, folder.size(file));
        while (records.hasNext()) {
            read(records.next(), header.size(), reader);
            if (rows % ROWS_BETWEEN_REPORTS == 0) {
                progress.reached(file, rows, Math.min(1, bytes.getCount() / (double) size));
            }
        }
        return new FileFacts(rows, badRows, ignored(header));
    }

    private void read(Row row, int width, Consumer<Row> reader) {
        rows++;
        if (row.cells() == width) {
            reader.accept(row);
        } else {
            row.fault("", Kind.COLUMN_COUNT, row.cells(), width);
        }
        if (row.isFaulty()) {
            badRows++;
        }
    }

    private boolean isComplete(ImmutableList<String> header) {
        long before = faults.count();
        if (header.isEmpty()) {
            headerFault("", Kind.NO_HEADER);
            return false;
        }
        Set<String> seen = new HashSet<>();
        header.stream().filter(name -> !seen.add(name)).forEach(name -> headerFault(name, Kind.DUPLICATE_COLUMN));
        columns.stream()
                .filter(column -> column.required() && !header.contains(names.of(column)))
                .forEach(column -> headerFault(names.of(column), Kind.MISSING_COLUMN));
        return faults.count() == before;
    }

    private void headerFault(String column, Kind kind) {
        faults.addUnreadable(new Fault(file, 1, column, Problem.of(kind)));
    }

    private ImmutableList<String> ignored(ImmutableList<String> header) {
        List<String> known = columns.stream().map(names::of).toList();
        return header.stream().filter(name -> !known.contains(name)).collect(ImmutableList.toImmutableList());
    }

    private static String reason(CsvParseException broken) {
        Throwable cause = broken.getCause() == null ? broken : broken.getCause();
        return String.valueOf(cause.getMessage());
    }
}
