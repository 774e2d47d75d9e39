package dev.tenure.examples.report;

import dev.tenure.examples.report.input.InputFile;
import dev.tenure.examples.report.input.InputFolder;
import dev.tenure.examples.report.input.ReadProgress;
import java.io.PrintWriter;

/** One line of a terminal that says how far reading has come; only large files are reported on. */
final class ProgressLine implements ReadProgress {

    private final PrintWriter terminal;
    private final Messages messages;
    private final InputFolder files;
    private int length;

    ProgressLine(PrintWriter terminal, Messages messages, InputFolder files) {
        this.terminal = terminal;
        this.messages = messages;
        this.files = files;
    }

    @Override
    public void reached(InputFile file, long rows, double share) {
        show(messages.text("progress", files.name(file), rows, share));
    }

    /** Takes the line away. */
    void clear() {
        if (length > 0) {
            show("");
            terminal.print('\r');
            terminal.flush();
        }
    }

    private void show(String text) {
        terminal.print('\r' + text + " ".repeat(Math.max(0, length - text.length())));
        terminal.flush();
        length = text.length();
    }
}
