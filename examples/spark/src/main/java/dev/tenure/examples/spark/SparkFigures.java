package dev.tenure.examples.spark;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/**
 * The program: six figures of retention, from CSV or Parquet files of any size, on Apache Spark.
 *
 * <p>It exits with 0 if it gave the figures, with 2 if the arguments or the files are at fault, with 1 if anything else is.
 */
public final class SparkFigures {

    private SparkFigures() {}

    /**
     * Runs the program.
     *
     * @param arguments the arguments of the command line
     */
    public static void main(String[] arguments) {
        int code = run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new FiguresCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, SparkFigures::date)
                .registerConverter(CurrencyUnit.class, SparkFigures::currency)
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

    private static CurrencyUnit currency(String code) {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException wrong) {
            throw new TypeConversionException("must be a currency such as RUB: " + code);
        }
    }
}
