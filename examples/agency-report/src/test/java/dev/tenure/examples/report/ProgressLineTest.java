package dev.tenure.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableMap;
import dev.tenure.examples.report.input.InputFile;
import dev.tenure.examples.report.input.InputFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final StringWriter terminal = new StringWriter();
    private final ProgressLine line =
            new ProgressLine(new PrintWriter(terminal), new Messages(Language.EN), InputFolder.of(ImmutableMap.of()));

    @Test
    void reached_twice_overwritesItself() {
        line.reached(InputFile.INVOICES, 1_000_000, 0.5);
        line.reached(InputFile.CLIENTS, 10, 1);
        assertEquals("\rinvoices.csv: 1,000,000 rows, 50%\rclients.csv: 10 rows, 100%       ", terminal.toString());
    }

    @Test
    void clear_afterSomething_leavesNothing() {
        line.reached(InputFile.CLIENTS, 10, 1);
        line.clear();
        line.clear();
        assertEquals("\rclients.csv: 10 rows, 100%\r" + " ".repeat(26) + "\r", terminal.toString());
    }

    @Test
    void clear_afterNothing_doesNothing() {
        line.clear();
        assertEquals("", terminal.toString());
    }
}
