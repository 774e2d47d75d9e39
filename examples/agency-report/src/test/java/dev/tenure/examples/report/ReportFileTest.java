package dev.tenure.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

    @TempDir
    Path folder;

    @Test
    void write_text_replacesTheFile() throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(file, "old");
        ReportFile.write(file, writer -> writer.write("Отчёт"));
        assertEquals("Отчёт", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void write_failure_leavesWhatWasThere() throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(file, "old");
        assertThrows(
                IOException.class,
                () -> ReportFile.write(file, writer -> {
                    writer.write("half");
                    throw new IOException("no more room");
                }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
