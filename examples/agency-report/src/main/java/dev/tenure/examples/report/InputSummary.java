package dev.tenure.examples.report;

import dev.tenure.examples.report.input.Book;
import dev.tenure.examples.report.input.FileFacts;
import dev.tenure.examples.report.input.InputFile;
import dev.tenure.examples.report.input.InputFolder;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what was read, and what was not. */
final class InputSummary {

    private final PrintWriter out;
    private final Messages messages;
    private final InputFolder files;

    InputSummary(PrintWriter out, Messages messages, InputFolder files) {
        this.out = out;
        this.messages = messages;
        this.files = files;
    }

    void print(Book book) {
        // of a single file nobody expects the others
        Stream.of(InputFile.values())
                .filter(file -> book.has(file) || !(files instanceof InputFolder.OneFile))
                .map(file -> line(book, file))
                .forEach(line -> out.println("  " + line));
        out.println(messages.text("summary.currency." + book.currencySource(), book.currency()));
    }

    private String line(Book book, InputFile file) {
        FileFacts facts = book.files().get(file);
        return facts == null ? messages.text("summary.missing", files.name(file)) : line(file, facts);
    }

    private String line(InputFile file, FileFacts facts) {
        return Stream.of(
                        messages.text("summary.file", files.name(file), facts.rows()),
                        facts.badRows() == 0 ? "" : messages.text("summary.leftOut", facts.badRows()),
                        facts.ignoredColumns().isEmpty()
                                ? ""
                                : messages.text("summary.ignored", String.join(", ", facts.ignoredColumns())))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
