package dev.tenure.examples.report.input;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** Looks for the currency of the data in the first row of each file. */
final class FirstCurrency {

    private static final InputFile[] ORDER = {InputFile.CONTRACTS, InputFile.INVOICES, InputFile.CLIENTS};

    private FirstCurrency() {}

    static Optional<CurrencyUnit> in(InputFolder folder, ColumnNames invoices) throws IOException {
        for (InputFile file : ORDER) {
            ColumnNames names = file == InputFile.INVOICES ? invoices : ColumnNames.STANDARD;
            Optional<CurrencyUnit> currency =
                    folder.has(file) ? in(folder, file, names.of(Invoices.Name.CURRENCY)) : Optional.empty();
            if (currency.isPresent()) {
                return currency;
            }
        }
        return Optional.empty();
    }

    private static Optional<CurrencyUnit> in(InputFolder folder, InputFile file, String header) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                        .detectBomHeader(true)
                        .ofNamedCsvRecord(folder.open(file), StandardCharsets.UTF_8);
                CloseableIterator<NamedCsvRecord> records = csv.iterator()) {
            return records.hasNext() ? records.next().findField(header).flatMap(Currencies::of) : Optional.empty();
        } catch (CsvParseException toldLater) {
            return Optional.empty();
        }
    }
}
