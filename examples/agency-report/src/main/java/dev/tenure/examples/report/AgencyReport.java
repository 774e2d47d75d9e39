package dev.tenure.examples.report;

import dev.tenure.calendar.DayHours;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/**
 * The program: reads an agency's CSV files and writes a retention report.
 *
 * <p>It exits with 0 if the report is written, with 2 if the arguments or the files are at fault, with 1 if anything else is.
 */
public final class AgencyReport {

    private AgencyReport() {}

    /**
     * Runs the program.
     *
     * @param arguments the arguments of the command line
     */
    public static void main(String[] arguments) {
        int code = run(
                new PrintWriter(System.out, true, Terminal.charset()),
                new PrintWriter(System.err, true, Terminal.charset()),
                Terminal.isWatched(),
                LocalDate.now(ZoneId.systemDefault()),
                arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(PrintWriter out, PrintWriter err, boolean watched, LocalDate today, String... arguments) {
        return new CommandLine(new ReportCommand(watched, today))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, AgencyReport::date)
                .registerConverter(DayHours.class, AgencyReport::hours)
                .setOut(out)
                .setErr(err)
                .execute(arguments);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new TypeConversionException("must be a date such as 2025-03-01: " + text);
        }
    }

    private static DayHours hours(String text) {
        try {
            return DayHours.parse(text.split(" *, *", -1));
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            throw new TypeConversionException("must be hours such as 09:00-13:00,14:00-18:00: " + text);
        }
    }
}
